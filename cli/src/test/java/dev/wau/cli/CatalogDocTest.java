package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of JSON in docs/catalog.md is what the commands print. */
class CatalogDocTest {

    private static final Path DOC = Path.of("..", "docs", "catalog.md");

    @Test
    void theExamplesAreTrue(@TempDir Path folder) throws IOException {
        write(folder, "wau.yaml", """
                central: central
                warehouse: jdbc:duckdb:wau.duckdb
                customers:
                  acme: {source: exports/acme}
                  bolt: {source: exports/bolt}
                """);
        write(folder, "exports/acme/a.csv", """
                timestamp,event,userId,orderSize
                2025-01-06 10:00:00,login,u1,7
                2025-01-06 11:00:00,logout,u1,
                """);
        Files.createDirectories(folder.resolve("exports/bolt"));
        TestingWau wau = new TestingWau(folder);
        List<String> printed = new ArrayList<>();
        wau.run("run");
        wau.run("crawl");
        printed.addAll(wau.run("catalog", "show", "csv", "--json").lines());
        write(folder, "exports/bolt/b.csv", """
                event,timestamp,userId,orderSize
                login,2025-01-06 10:00:00,u1,7
                login,2025-01-06 11:00:00,u1,many
                """);
        wau.run("run");
        printed.addAll(wau.run("catalog", "verify", "--json").lines());
        printed.addAll(wau.run("crawl", "--json").lines());

        List<String> examples = Files.readAllLines(DOC).stream()
                .filter(line -> line.startsWith("{\"type\":"))
                .toList();

        assertThat(examples).hasSizeGreaterThan(5);
        assertThat(printed)
                .extracting(line -> line.replace(folder.toString(), "/srv/wau"))
                .containsAll(examples);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
