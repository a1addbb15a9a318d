package dev.wau.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorkspaceTest {
    @TempDir
    private Path folder;

    @Test
    void aNewFolderIsMade() throws IOException {
        DemoWorkspace workspace = new DemoWorkspace(folder.resolve("a/demo"));
        workspace.prepare(DemoCustomer.ALL);
        assertThat(workspace.config()).content().contains("source: exports/acme", "zone: Europe/Berlin");
    }

    @Test
    void aFolderWithOtherThingsIsRefusedAndLeftAlone() throws IOException {
        Path own = Files.writeString(folder.resolve("wau.yaml"), "mine");
        assertThatThrownBy(() -> new DemoWorkspace(folder).prepare(DemoCustomer.ALL))
                .isInstanceOf(WauException.class)
                .hasMessageStartingWith("Cannot make the demo in " + folder)
                .hasMessageContaining("wau demo --dir FOLDER");
        assertThat(own).hasContent("mine");
        assertThat(folder.resolve(".wau-demo")).doesNotExist();
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("demo"), "mine");
        assertThatThrownBy(() -> new DemoWorkspace(file).prepare(DemoCustomer.ALL))
                .isInstanceOf(WauException.class);
    }

    @Test
    void aDemoIsMadeAnewAndWhatIsNotItsOwnStays() throws IOException {
        DemoWorkspace workspace = new DemoWorkspace(folder);
        workspace.prepare(DemoCustomer.ALL);
        Path old = Files.createDirectories(workspace.exports().resolve("acme")).resolve("old.csv");
        Files.writeString(old, "old");
        Path warehouse = Files.writeString(folder.resolve("wau.duckdb"), "old");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
        workspace.prepare(DemoCustomer.ALL);
        assertThat(workspace.exports()).doesNotExist();
        assertThat(warehouse).doesNotExist();
        assertThat(notes).hasContent("mine");
    }

    @Test
    void whatALinkPointsToStays() throws IOException {
        DemoWorkspace workspace = new DemoWorkspace(folder.resolve("demo"));
        workspace.prepare(DemoCustomer.ALL);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("kept.csv"), "mine");
        Files.createSymbolicLink(workspace.exports(), elsewhere);
        workspace.prepare(DemoCustomer.ALL);
        assertThat(workspace.exports()).doesNotExist();
        assertThat(kept).hasContent("mine");
    }
}
