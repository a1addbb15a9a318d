# shellcheck shell=sh disable=SC2154
# Part of ./wau, which sets root, java and fail: builds 'wau infra' if a source is newer, and sets 'infra' to its class path.

build_infra() {
    jar=$(ls -t "$root"/infra/target/wau-infra-*.jar 2>/dev/null | grep -v -e sources -e javadoc | head -n 1)
    list=$root/infra/target/class-path
    set -- "$root/pom.xml"
    for module in core warehouse aws cli infra; do set -- "$@" "$root/$module/pom.xml" "$root/$module/src/main"; done
    if [ -z "$jar" ] || ! whole "$list" || [ -n "$(find "$@" -newer "$list" 2>/dev/null)" ]; then
        printf 'Building wau infra (the first time downloads CDK, 135 MB) ...\n' >&2
        log=$root/target/wau-infra-build.log
        : >"$root/target/wau-infra-start"
        (
            cd "$root" || exit 3
            # shellcheck disable=SC2086
            MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1" exec mvn -B -ntp \
                -pl .,core,warehouse,aws,cli,infra package -Dmaven.test.skip=true -Dspotless.phase=none \
                ${WAU_MAVEN_OPTS:-}
        ) >"$log" 2>&1 || {
            grep '^\[ERROR\] .' "$log" | head -n 20 >&2
            fail "Cannot build wau infra: the first lines of what went wrong are above, all of it is in" "  $log"
        }
        # The list's time is the build's start: a source saved since then is newer and builds again.
        touch -r "$root/target/wau-infra-start" "$list"
        jar=$(ls -t "$root"/infra/target/wau-infra-*.jar | grep -v -e sources -e javadoc | head -n 1)
    fi
    infra=$jar:$(cat "$list")
}

# Whether every jar of the list can be read: another user's repository, or one that was cleaned, can't.
whole() {
    [ -r "$1" ] || return 1
    for entry in $(tr ':' ' ' <"$1"); do [ -r "$entry" ] || return 1; done
}
