package dev.wau.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The URL of a DuckDB warehouse, {@code jdbc:duckdb:PATH;NAME=VALUE;...}, divided as DuckDB's driver divides it: the first
 * semicolon ends the path. Whether a setting exists, and what it may be, only DuckDB knows. Immutable.
 *
 * @param path of the file, absolute or not; empty or beginning with a colon: in memory
 * @param settings what stands behind the path, as it stands, with its first semicolon; empty: none
 */
public record DuckDbUrl(String path, String settings) {

    /** What these URLs begin with. */
    public static final String SCHEME = "jdbc:duckdb:";

    /**
     * Divides a URL.
     *
     * @throws IllegalArgumentException it has another scheme
     */
    public static DuckDbUrl of(String url) {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("Invalid DuckDB URL: it doesn't begin with " + SCHEME);
        }
        String rest = url.substring(SCHEME.length());
        int end = rest.indexOf(';') < 0 ? rest.length() : rest.indexOf(';');
        return new DuckDbUrl(rest.substring(0, end), rest.substring(end));
    }

    /** Whether it names no file. */
    public boolean isInMemory() {
        return path.isEmpty() || path.startsWith(":");
    }

    /** Whether it gives a setting, under one of its names, in small letters; DuckDB reads names in either case. */
    public boolean sets(String... names) {
        List<String> wanted = List.of(names);
        return Arrays.stream(settings.split(";"))
                .map(setting -> setting.split("=", 2)[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch(wanted::contains);
    }

    /** What it gives a setting, under one of its names, in small letters. */
    public Optional<String> setting(String... names) {
        List<String> wanted = List.of(names);
        return Arrays.stream(settings.split(";"))
                .map(setting -> setting.split("=", 2))
                .filter(setting -> setting.length == 2
                        && wanted.contains(setting[0].strip().toLowerCase(Locale.ROOT)))
                .map(setting -> setting[1].strip())
                .findFirst();
    }

    /** The same settings for another file. */
    public DuckDbUrl at(Path file) {
        return new DuckDbUrl(file.toString(), settings);
    }

    /** For the driver. */
    public String url() {
        return SCHEME + path + settings;
    }

    /** For messages: a setting may be a secret. */
    @Override
    public String toString() {
        return SCHEME + path;
    }
}
