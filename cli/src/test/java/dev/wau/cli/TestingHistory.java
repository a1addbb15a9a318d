package dev.wau.cli;

import dev.wau.cli.terminal.TerminalSettings;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import dev.wau.load.LoadJob;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import dev.wau.store.LocalFolder;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A folder with {@code wau.yaml}, a central folder and a loaded embedded warehouse, for commands that only read. */
final class TestingHistory {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-02-01T00:00:00Z"));

    private final Path folder;

    TestingHistory(Path folder) throws IOException {
        this.folder = folder;
        write(
                "wau.yaml",
                "central: ./central\nwarehouse: jdbc:duckdb:./wau.duckdb\ncustomers:\n  acme:\n    source: ./acme\n");
    }

    /** Puts a file into the central folder. */
    TestingHistory file(String key, String text) throws IOException {
        write("central/csv/" + key, text);
        return this;
    }

    /** Loads what is there. */
    TestingHistory load() {
        WauConfig config = ConfigReader.read(folder.resolve("wau.yaml"), Map.of());
        try (Warehouse warehouse = Warehouses.open(config.warehouse(), Access.READ_WRITE)) {
            new LoadJob(
                            new LocalFolder(config.central().location().folder()),
                            warehouse,
                            config.policies(),
                            config.limits(),
                            CLOCK,
                            Progress.NONE)
                    .loadListing();
        }
        return this;
    }

    TestingWau wau() {
        return new TestingWau(folder);
    }

    TestingWau wau(TerminalSettings settings) {
        return new TestingWau(folder, settings);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
