package dev.wau.config;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes absolute folders and warehouse URLs of what is written; relative ones stand from the file's folder. */
final class Locations {

    private static final String DUCKDB = "jdbc:duckdb:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Path base;

    Locations(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        this.base = parent == null ? file.toAbsolutePath() : parent;
    }

    /** A folder; not checked to exist. */
    Path folder(String what, String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            throw invalid(what, text, "a folder on this machine; other places are not supported yet");
        }
        if (text.startsWith("~")) {
            throw invalid(what, text, "a whole path: ~ is not expanded");
        }
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw invalid(what, text, "a folder's path");
        }
    }

    /** A JDBC URL whose path is absolute. */
    String warehouse(String text) {
        if (text.startsWith(POSTGRESQL)) {
            return postgresql(text);
        }
        if (!text.startsWith(DUCKDB)) {
            throw invalid(
                    "warehouse",
                    withoutSecrets(text),
                    "jdbc:duckdb:PATH or jdbc:postgresql://HOST:PORT/DATABASE; others are not supported yet");
        }
        String rest = text.substring(DUCKDB.length());
        int end = rest.indexOf(';') < 0 ? rest.length() : rest.indexOf(';');
        String path = rest.substring(0, end);
        if (path.isBlank() || path.startsWith(":")) {
            throw invalid("warehouse", text, "jdbc:duckdb:PATH names a file: a warehouse in memory would be lost");
        }
        return DUCKDB + folder("warehouse", path) + rest.substring(end);
    }

    private static String postgresql(String text) {
        if (text.matches("(?s).*[?&]password=.*") || text.matches("jdbc:postgresql://[^/?]*@.*")) {
            throw invalid(
                    "warehouse",
                    withoutSecrets(text),
                    "no password stands in a configuration: set WAU_WAREHOUSE_PASSWORD or use ~/.pgpass, and name the"
                            + " user as ?user=NAME");
        }
        if (!text.matches("jdbc:postgresql://[^/?]+/[^/?]+(\\?.*)?")) {
            throw invalid("warehouse", withoutSecrets(text), "jdbc:postgresql://HOST:PORT/DATABASE?user=NAME");
        }
        return text;
    }

    /** Whether one folder is the other or stands in it, symbolic links followed as far as they exist. */
    static boolean contains(Path outer, Path inner) {
        return real(inner).startsWith(real(outer));
    }

    private static Path real(Path path) {
        @Nullable Path existing = path;
        while (existing != null) {
            try {
                return existing.toRealPath().resolve(existing.relativize(path)).normalize();
            } catch (IOException e) {
                existing = existing.getParent();
            }
        }
        return path;
    }

    // A JDBC URL of another kind may hold a password.
    private static String withoutSecrets(String text) {
        int end = text.indexOf("//");
        return end < 0 ? text.split("[?;]", 2)[0] : text.substring(0, end) + "//...";
    }

    private static WauException invalid(String what, String value, String rule) {
        return new WauException(
                ErrorCode.INVALID_CONFIGURATION, "invalid " + what + ": '" + value + "' (" + rule + ")");
    }
}
