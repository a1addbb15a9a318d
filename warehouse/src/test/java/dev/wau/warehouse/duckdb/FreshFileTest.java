package dev.wau.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.load.DuckDbUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FreshFileTest {

    @TempDir
    Path folder;

    /** Two processes make the file at once, and one takes the other's fresh file for a dead process's. */
    @Test
    void aFreshFileThatAnotherRemovesIsMadeAgain() throws Exception {
        Path file = folder.resolve("w.duckdb");
        CompletableFuture<Path> removed = CompletableFuture.supplyAsync(this::removeFirst);

        FreshFile.makeIfAbsent(file, DuckDbUrl.of("jdbc:duckdb:" + file));

        assertThat(removed.get(10, TimeUnit.SECONDS)).doesNotExist();
        assertThat(List.of(folder.toFile().list())).containsExactly("w.duckdb");
        DriverManager.getConnection("jdbc:duckdb:" + file).close();
    }

    /** Removes the first fresh file that it sees; the link would need it some 10 ms later. */
    private Path removeFirst() {
        try {
            while (true) {
                try (DirectoryStream<Path> fresh = Files.newDirectoryStream(folder, "w.duckdb.new-*")) {
                    for (Path path : fresh) {
                        Files.delete(path);
                        return path;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
