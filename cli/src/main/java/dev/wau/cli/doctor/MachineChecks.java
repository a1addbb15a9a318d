package dev.wau.cli.doctor;

import dev.wau.check.Checks;
import dev.wau.cli.terminal.Numbers;
import dev.wau.config.WauConfig;
import dev.wau.config.yaml.ByteSize;
import dev.wau.load.DuckDbUrl;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether this machine suits what {@code wau.yaml} asks of it: {@code docs/configuration.md#memory-and-disk}. */
final class MachineChecks {

    /** What {@code ./wau} gives the JVM of a load, and what its code and threads take beside. */
    private static final long JVM = 384L << 20;

    private static final long BESIDE = 200L << 20;
    private static final long DUCKDB = 400L << 20;
    private static final long LEAST_DUCKDB = 100L << 20;

    private static final long LITTLE_ROOM = 1_000_000_000;
    private static final long NO_ROOM = 100_000_000;
    private static final int OLD_YEARS = 2;

    private static final Pattern SYSTEMS = Pattern.compile("linux|mac.*|windows.*");
    private static final Pattern ARCHITECTURES = Pattern.compile("amd64|x86_64|aarch64|arm64");
    private static final Pattern ZONES = Pattern.compile("([0-9]{4})[a-z]*");

    private final Machine machine;
    private final WauConfig config;
    private final Checks checks;

    MachineChecks(Machine machine, WauConfig config, Checks checks) {
        this.machine = machine;
        this.config = config;
        this.checks = checks;
    }

    /** Versions; whether the embedded warehouse, if it is that, can run here. */
    boolean versions() {
        boolean runs = !isEmbedded()
                || (SYSTEMS.matcher(machine.system().toLowerCase(Locale.ROOT)).matches()
                        && ARCHITECTURES.matcher(machine.architecture()).matches());
        checks.require(
                runs,
                machine.program(),
                "DuckDB has no library for " + machine.system() + " on " + machine.architecture(),
                "run wau on Linux, macOS or Windows, on x86_64 or ARM64; or set 'warehouse' to a PostgreSQL server");
        zones();
        return runs;
    }

    private void zones() {
        Matcher year = ZONES.matcher(machine.zones());
        int now = machine.clock().atOffset(ZoneOffset.UTC).getYear();
        boolean recent = year.matches() && now - Integer.parseInt(year.group(1)) <= OLD_YEARS;
        checks.advise(
                recent,
                "time zones are those of " + machine.zones(),
                "Java's zone data is older than two years: days may begin at the wrong hour where a country changed its"
                        + " clocks since",
                "update the JDK");
    }

    /** Memory and disk. */
    void room() {
        if (isEmbedded()) {
            memory();
        }
        WriteChecks writes = new WriteChecks(machine.writable(), config);
        for (Place place : places()) {
            Optional<String> refusal = writes.refusal(place.path());
            if (refusal.isPresent()) {
                checks.wrong(
                        "writes " + place.name() + " at " + place.path(),
                        refusal.get(),
                        "make it so that this user may write there, or set another place: " + place.setting());
            } else {
                machine.room().apply(place.path()).ifPresent(free -> room(place, free));
            }
        }
    }

    private boolean isEmbedded() {
        return config.warehouse().startsWith(DuckDbUrl.SCHEME);
    }

    private void memory() {
        long database = duckDb().flatMap(url -> url.setting("memory_limit", "max_memory"))
                .map(text -> ByteSize.parse(text.replace("'", "")).orElse(DUCKDB))
                .orElse(DUCKDB);
        long needed = JVM + database + BESIDE;
        String name =
                "memory is enough for a load: " + Numbers.bytes(needed) + " of " + Numbers.bytes(machine.memory());
        String fix = "lower DuckDB's share in 'warehouse' of wau.yaml (;memory_limit=200MB), or give the machine more";
        if (machine.memory() < JVM + LEAST_DUCKDB + BESIDE) {
            checks.wrong(name, "a load would be ended by the system", fix);
        } else {
            checks.advise(
                    machine.memory() >= needed,
                    name,
                    "a load may take " + Numbers.bytes(needed) + ", " + Numbers.bytes(database) + " of it in DuckDB",
                    fix);
        }
    }

    /** A place that is written to, and what names it. */
    private record Place(String name, String setting, Path path) {}

    private void room(Place place, long free) {
        String name = "room for " + place.name() + ": " + Numbers.bytes(free) + " at " + place.path();
        String problem = "only " + Numbers.bytes(free) + " are free there";
        String fix = "make room, or set another place: " + place.setting();
        if (free < NO_ROOM) {
            checks.wrong(name, problem, fix);
        } else {
            checks.advise(free >= LITTLE_ROOM, name, problem, fix);
        }
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        if (config.central().location().isFolder()) {
            places.add(new Place(
                    "the central bucket",
                    "'central' in wau.yaml",
                    config.central().location().folder()));
        }
        duckDb().filter(url -> !url.isInMemory())
                .ifPresent(
                        url -> places.add(new Place("the warehouse", "'warehouse' in wau.yaml", Path.of(url.path()))));
        places.add(new Place(
                "temporary files",
                "WAU_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                Path.of(System.getProperty("java.io.tmpdir", "/tmp"))));
        return places;
    }

    private Optional<DuckDbUrl> duckDb() {
        return isEmbedded() ? Optional.of(DuckDbUrl.of(config.warehouse())) : Optional.empty();
    }
}
