package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    private final Path folder;
    private final TestingWau wau;

    InitCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.wau = new TestingWau(folder);
    }

    @Test
    void writesACommentedFileAndSaysWhatComesNext() throws IOException {
        TestingWau.Run run = wau.run("init");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Wrote " + folder.resolve("wau.yaml"), "wau run");
        assertThat(Files.readString(folder.resolve("wau.yaml"))).contains("customers:");
    }

    @Test
    void neverOverwritesUnlessForced() throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), "mine");
        TestingWau.Run run = wau.run("init");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("it is there already", "--force");
        assertThat(folder.resolve("wau.yaml")).hasContent("mine");
        assertThat(wau.run("init", "--force").exit()).isZero();
        assertThat(Files.readString(folder.resolve("wau.yaml"))).contains("customers:");
    }

    @Test
    void aFolderOfCustomersBecomesThem() throws IOException {
        Files.createDirectories(folder.resolve("exports/acme"));
        Files.writeString(folder.resolve("exports/acme/a.csv"), "timestamp,event\n");
        TestingWau.Run run = wau.run("init", "exports");
        assertThat(run.out()).contains("Customers: acme");
        assertThat(Files.readString(folder.resolve("wau.yaml"))).contains("acme:");
    }

    @Test
    void whatIsNoFolderIsWrongUse() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "timestamp,event\n");
        assertThat(wau.run("init", "a.csv"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(
                        run -> assertThat(run.err()).startsWith("Cannot find customers in a.csv: it is not a folder"));
        assertThat(wau.run("init", "nope"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).startsWith("Cannot find customers in nope: no such folder"));
    }
}
