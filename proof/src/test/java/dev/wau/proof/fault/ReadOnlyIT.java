package dev.wau.proof.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wau.proof.process.Cli;
import dev.wau.proof.process.CliProcess.Exit;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that may be read only, or not at all. Root minds permissions once it gives up the right to pass them by. */
final class ReadOnlyIT {

    private static final String[] ORDINARY = {"setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"};

    @TempDir
    Path folder;

    @Test
    void aReadOnlyCentralBucketIsSaidAndMended() throws IOException {
        try (Workspace workspace = workspace()) {
            workspace.cli().run("run").requireDone();
            workspace.exports().change();
            permit("r-xr-xr-x", "central", "central/.wau-tmp", "central/csv/acme");
            Exit exit = ordinary(workspace).run("run");
            permit("rwxr-xr-x", "central", "central/.wau-tmp", "central/csv/acme");
            assertThat(exit.code()).isEqualTo(3);
            assertThat(exit.err())
                    .containsPattern(
                            "Cannot (write|lock) .*central/.*: permission denied. Give the user '.*' the right")
                    .doesNotContain("Exception", "\tat ");
            requireMended(workspace, 2);
        }
    }

    @Test
    void aReadOnlyFileSystemIsSaidAndMended() {
        String central = folder.resolve("w/central").toString();
        String[] readOnly = {
            "unshare",
            "-rm",
            "sh",
            "-c",
            "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"",
            central
        };
        try (Workspace workspace = workspace()) {
            workspace.cli().run("run").requireDone();
            workspace.exports().change();
            assumeTrue(
                    Commands.succeeds("unshare", "-rm", "mount", "--bind", central, central),
                    "Skipped: this user can't mount");
            Exit exit = workspace.cli().behind(readOnly).run("run");
            assertThat(exit.code()).isEqualTo(3);
            assertThat(exit.err()).contains("Read-only file system").doesNotContain("Exception", "\tat ");
            requireMended(workspace, 2);
        }
    }

    @Test
    void aSourceThatMayNotBeReadFailsItsCustomerAlone() throws IOException {
        try (Workspace workspace = workspace()) {
            permit("---------", "exports/globex");
            Exit exit = ordinary(workspace).run("run");
            permit("rwxr-xr-x", "exports/globex");
            assertThat(exit.code()).isEqualTo(3);
            assertThat(exit.err())
                    .contains("globex", "permission denied")
                    .doesNotContain("Exception", "\tat ", "acme:");
            assertThat(workspace.markers().look()).isZero();
            requireMended(workspace, 1);
        }
    }

    @Test
    void aReadOnlyWarehouseIsReadAndSaysSoToALoad() throws IOException {
        try (Workspace workspace = workspace()) {
            workspace.cli().run("run").requireDone();
            workspace.exports().change();
            workspace.aggregate();
            permit("r--r--r--", "wau.duckdb");
            permit("r-xr-xr-x", ".");
            assertThat(ordinary(workspace).run("report").code()).isZero();
            Exit exit = ordinary(workspace).run("load");
            permit("rwxr-xr-x", ".");
            permit("rw-r--r--", "wau.duckdb");
            assertThat(exit.code()).isEqualTo(3);
            assertThat(exit.err())
                    .contains("Cannot open the warehouse ", "wau.duckdb", "ermission denied")
                    .doesNotContain("Exception", "\tat ");
            requireMended(workspace, 2);
        }
    }

    private Workspace workspace() {
        return new Workspace(folder.resolve("w"), CliWarehouse.DUCKDB, new Random(3), 300);
    }

    private static Cli ordinary(Workspace workspace) {
        if (!System.getProperty("user.name").equals("root")) {
            return workspace.cli();
        }
        assumeTrue(Commands.succeeds("setpriv", "--version"), "Skipped: root minds no permissions without setpriv");
        return workspace.cli().behind(ORDINARY);
    }

    private void permit(String permissions, String... files) throws IOException {
        for (String file : files) {
            Files.setPosixFilePermissions(
                    folder.resolve("w").resolve(file), PosixFilePermissions.fromString(permissions));
        }
    }

    private static void requireMended(Workspace workspace, int markers) {
        workspace.cli().run("run").requireDone();
        assertThat(workspace.markers().look()).isEqualTo(markers);
        workspace.requireConvergence();
        workspace.requireNothingLeftBehind();
    }
}
