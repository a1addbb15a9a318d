# shellcheck shell=sh disable=SC2154
# Part of ./wau, which sets root, java, state, stamp and fail, and wants 'app' set: builds wau into a fresh folder under
# target/wau and moves the stamp there last, so that a running wau keeps its files and a broken build changes nothing.

log=$root/target/wau-build.log
lock=$root/target/wau.lock
child=

build() {
    require_jdk
    command -v mvn >/dev/null || fail "Cannot find mvn: wau builds itself with Maven 3.8 or newer." \
        "  Debian, Ubuntu: apt install maven     macOS: brew install maven"
    mkdir -p "$root/target/wau" || fail "Cannot build wau: $root is not writable."
    take_lock
    trap 'stop 130' INT
    trap 'stop 143' TERM HUP
    trap 'rm -rf "$lock"' EXIT
    if ! current; then build_locked; fi
    rm -rf "$lock"
    trap - INT TERM HUP EXIT
}

require_jdk() {
    version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    [ "${version:-0}" -ge 17 ] || fail "Cannot build wau with Java ${version:-of unknown version}: it needs a JDK 17 or newer." \
        "  In use: $java     Set JAVA_HOME to choose another."
    "$java" --list-modules 2>/dev/null | grep -q '^jdk.compiler' || fail \
        "Cannot build wau: $java is a Java runtime without a compiler; it needs a JDK."
}

# One builder at a time. A lock whose process has gone is taken over, by a rename that only one can win.
take_lock() {
    waited=
    until mkdir "$lock" 2>/dev/null; do
        owner=$(cat "$lock/pid" 2>/dev/null) || owner=
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            mv "$lock" "$lock.$$" 2>/dev/null && rm -rf "$lock.$$"
            continue
        fi
        [ -n "$waited" ] || printf 'Another wau is building; waiting for it.\n' >&2
        waited=yes
        sleep 1
    done
    echo $$ >"$lock/pid"
}

stop() {
    if [ -n "$child" ]; then kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; fi
    printf '\nBuild stopped; nothing half-built is used.\n' >&2
    trap - EXIT
    rm -rf "$lock"
    exit "$1"
}

build_locked() {
    previous=
    if [ -r "$stamp" ]; then read -r previous <"$stamp"; fi
    title="Building wau (first run only)"
    if [ -n "$previous" ]; then title="Building wau (sources changed)"; fi
    started=$(date +%s)
    : >"$stamp.new"
    app=$root/target/wau/$started-$$
    : >"$log"
    compile >>"$log" 2>&1 &
    child=$!
    watch_child
    wait "$child" || broken
    child=
    say_step 20 "starting up"
    lay_out >>"$log" 2>&1 || broken
    clean_up
    printf '%s\n%s\n' "$app" "$state" >"$stamp.text"
    # The stamp's time is the build's start: a source saved since then is newer and builds again.
    touch -r "$stamp.new" "$stamp.text" && mv -f "$stamp.text" "$stamp"
    rm -f "$stamp.new"
    say_step 20 "$(($(date +%s) - started)) s"
    if [ -t 2 ]; then printf '\n' >&2; fi
}

compile() {
    cd "$root" || exit 3
    # shellcheck disable=SC2086
    MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1" exec mvn -B -pl .,core,warehouse,aws,cli package \
        -Dmaven.test.skip=true -Dspotless.phase=none ${WAU_MAVEN_OPTS:-}
}

# The jars, DuckDB's native library unpacked once, and the archive of loaded classes, which may fail.
lay_out() {
    jar=$(ls -t "$root"/cli/target/wau-cli-*.jar | grep -v -e sources -e javadoc | head -n 1)
    classpath=$root/cli/target/class-path
    "$java" -cp "$jar" dev.wau.cli.install.Install "$app" "$jar" "$classpath" || return 1
    # A static archive, since a dynamic one leaves out picocli's classes: they are of an old class file version.
    "$java" -XX:DumpLoadedClassList="$app/classes" -cp "$app/wau.jar" dev.wau.cli.Training &&
        "$java" -Xshare:dump -Xlog:cds=off -XX:SharedClassListFile="$app/classes" \
            -XX:SharedArchiveFile="$app/wau.jsa" -cp "$app/wau.jar" || rm -f "$app/wau.jsa"
}

# The folder before this one stays: a long 'wau watch' may still run from it.
clean_up() {
    for old in "$root"/target/wau/*-*; do
        [ "$old" = "$app" ] || [ "$old" = "$previous" ] || rm -rf "$old"
    done
}

watch_child() {
    if [ ! -t 2 ]; then
        printf '%s ...\n' "$title" >&2
        return
    fi
    while kill -0 "$child" 2>/dev/null; do
        step=$(sed -n 's/.*Building wau \([a-z]*\) .*\[\([0-9]*\)\/\([0-9]*\)\].*/\2 \3 \1/p' "$log" | tail -n 1)
        doing="compiling ${step##* }"
        case $(tail -n 1 "$log") in *ownload*) doing="downloading libraries" ;; esac
        cells=${step%% *} of=${step#* } of=${of%% *}
        say_step $((20 * (${cells:-1} - 1) / (${of:-1} + 1))) "$(($(date +%s) - started)) s  ${doing% }"
        sleep 1
    done
}

# The progress line: so many of 20 cells, and what is happening.
say_step() {
    if [ ! -t 2 ]; then
        case $2 in *" s") printf '%s done in %s\n' "$title" "$2" >&2 ;; esac
        return
    fi
    full='████████████████████' empty='                    '
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-UTF-8}}} in
        *UTF-8* | *utf8* | *utf-8* | *UTF8*) bar=$(printf '%s' "$full" | cut_to "$1") ;;
        *) bar=$(printf '%.*s' "$1" '####################') ;;
    esac
    blank=$(printf '%.*s' $((20 - $1)) "$empty")
    # Without line wrap, so that a narrow terminal shows one line too.
    printf '\r\033[2K\033[?7l%s  %s%s  %s\033[?7h' "$title" "$bar" "$blank" "$2" >&2
}

# So many of the block characters, which are three bytes each whatever the locale.
cut_to() { head -c $(($1 * 3)); }

broken() {
    child=
    rm -rf "$app"
    if [ -t 2 ]; then printf '\n' >&2; fi
    {
        sed '/Failed to execute goal/,$d' "$log" | grep '^\[ERROR\] .' || tail -n 20 "$log"
    } | head -n 20 >&2
    fail "Cannot build wau: the first lines of what went wrong are above, all of it is in" "  $log"
}
