package dev.wau.testing.redshift;

import dev.wau.testing.postgresql.TestingPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** New databases that look like Redshift's: texts ordered by their bytes, its functions and system views. Thread-safe. */
final class Databases {

    private static final AtomicLong MADE = new AtomicLong();

    private final List<String> made = new CopyOnWriteArrayList<>();

    /** The JDBC URL of a database, for the stand-in's own use. */
    static String url(String database) {
        return "jdbc:postgresql://localhost:" + TestingPostgres.port() + "/" + database + "?user=postgres";
    }

    /** The name of a new, empty one. */
    String create() {
        String name = "redshift_" + MADE.incrementAndGet();
        TestingPostgres.execute(url("postgres"), "CREATE DATABASE " + name + " TEMPLATE " + Template.NAME);
        made.add(name);
        return name;
    }

    /** Drops them all, with whoever is still connected. */
    void drop() {
        made.forEach(name -> TestingPostgres.execute(url("postgres"), "DROP DATABASE " + name + " WITH (FORCE)"));
    }

    /** Made by the first who needs it. */
    private static final class Template {

        private static final String NAME = make("redshift_template");

        private static String make(String name) {
            TestingPostgres.execute(
                    url("postgres"),
                    "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
            TestingPostgres.execute(url(name), script());
            return name;
        }

        private static String script() {
            try (InputStream in = Objects.requireNonNull(Databases.class.getResourceAsStream("template.sql"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read template.sql", e);
            }
        }
    }
}
