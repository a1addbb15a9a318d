package dev.wau.config;

import dev.wau.load.DuckDbUrl;
import dev.wau.load.RedshiftUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes places and warehouse URLs of what is written, with absolute paths; relative ones stand from the file's folder. */
final class Locations {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Path base;

    Locations(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        this.base = parent == null ? file.toAbsolutePath() : parent;
    }

    /** A folder, or a place whose scheme says what opens it; not checked to exist. */
    Location place(String what, String text) {
        return text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") ? Location.of(text) : Location.folder(folder(what, text));
    }

    /** The central bucket's place: one that can be written. */
    Location central(String text) {
        Location place = place("central", text);
        if (place.scheme().equals(Location.CLOUDWATCH)) {
            throw invalid("central", text, "a folder or s3://BUCKET/PREFIX");
        }
        return place;
    }

    private Path folder(String what, String text) {
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
        if (RedshiftUrl.is(text)) {
            return redshift(text);
        }
        if (!text.startsWith(DuckDbUrl.SCHEME)) {
            throw invalid(
                    "warehouse",
                    withoutSecrets(text),
                    "jdbc:duckdb:PATH, jdbc:postgresql://HOST:PORT/DATABASE or jdbc:redshift://HOST:PORT/DATABASE");
        }
        DuckDbUrl url = DuckDbUrl.of(text);
        if (url.path().isBlank() || url.isInMemory()) {
            throw invalid(
                    "warehouse", url.toString(), "jdbc:duckdb:PATH names a file: a warehouse in memory would be lost");
        }
        return url.at(folder("warehouse", url.path())).url();
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

    private static String redshift(String text) {
        if (RedshiftUrl.holdsSecret(text)) {
            throw invalid(
                    "warehouse",
                    withoutSecrets(text),
                    "no password stands in a configuration: name a secret of Secrets Manager (redshift.secret), log in"
                            + " by IAM (jdbc:redshift:iam://...), or set WAU_WAREHOUSE_PASSWORD and name the user as"
                            + " ?user=NAME");
        }
        if (RedshiftUrl.of(text).isEmpty()) {
            throw invalid(
                    "warehouse",
                    withoutSecrets(text),
                    "jdbc:redshift://HOST:PORT/DATABASE, or jdbc:redshift:iam://HOST:PORT/DATABASE for a login by IAM");
        }
        return text;
    }

    /**
     * Whether one place is the other or stands in it; of folders, symbolic links are followed as far as they exist. One
     * bucket may have several names (an access point's and its own): those are not recognised.
     */
    static boolean contains(Location outer, Location inner) {
        if (!outer.scheme().equals(inner.scheme())) {
            return false;
        }
        return outer.isFolder()
                ? real(inner.folder()).startsWith(real(outer.folder()))
                : asFolder(inner).startsWith(asFolder(outer));
    }

    private static String asFolder(Location location) {
        return location.name().endsWith("/") ? location.name() : location.name() + "/";
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
