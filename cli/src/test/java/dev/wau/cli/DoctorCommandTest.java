package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wau doctor} on one machine; what it does with Redshift stands in {@link RedshiftCommandsIT}. */
class DoctorCommandTest {

    private final Path folder;
    private final TestingWau wau;

    DoctorCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.wau = new TestingWau(folder);
        Files.writeString(folder.resolve("wau.yaml"), "customers: {acme: {source: acme}}\n");
    }

    @Test
    void whatCanBeUsedIsListed() throws IOException {
        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isZero();
        assertThat(doctor.lines())
                .containsExactly(
                        "ok      reads " + folder.resolve("wau.yaml"),
                        "ok      lists the central bucket " + folder.resolve("central"),
                        "ok      writes, reads and deletes an object there",
                        "ok      opens the warehouse jdbc:duckdb:" + folder.resolve("wau.duckdb"));
        assertThat(folder.resolve("wau.duckdb")).doesNotExist();
    }

    @Test
    void whatIsWrongIsSaidAndTheRestIsCheckedAllTheSame() throws IOException {
        Files.writeString(folder.resolve("central"), "no folder");
        Files.writeString(folder.resolve("wau.duckdb"), "no database");

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("wrong   writes, reads and deletes an object there\n        Cannot ")
                .contains("wrong   opens the warehouse jdbc:duckdb:")
                .contains("not a valid DuckDB database file");
    }

    @Test
    void withoutAConfigurationThereIsNothingToCheck() throws IOException {
        Files.delete(folder.resolve("wau.yaml"));

        Run doctor = wau.run("doctor");

        assertThat(doctor.exit()).isEqualTo(2);
        assertThat(doctor.err()).contains("Cannot find wau.yaml", "wau init");
    }
}
