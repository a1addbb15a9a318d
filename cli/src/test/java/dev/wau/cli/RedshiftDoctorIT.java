package dev.wau.cli;

import static dev.wau.cli.TestingRedshiftWau.standIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import dev.wau.testing.redshift.RedshiftFault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code wau doctor} and its self-test on Redshift's stand-in. */
@Isolated("says in the JVM's properties where AWS is")
class RedshiftDoctorIT {

    private final TestingRedshiftWau wau;

    RedshiftDoctorIT(@TempDir Path folder) throws IOException {
        this.wau = new TestingRedshiftWau(folder);
    }

    @AfterEach
    void close() {
        wau.close();
    }

    @Test
    void theDoctorShowsThatThisRedshiftDoesWhatWeNeed() throws SQLException {
        Run doctor = wau.onRedshift().run("doctor");

        assertThat(doctor.out()).as(doctor.err()).doesNotContain("wrong");
        assertThat(doctor.exit()).isZero();
        assertThat(doctor.lines())
                .anyMatch(line ->
                        line.startsWith("ok      this machine's clock goes with that of the warehouse's server"))
                .anyMatch(line -> line.contains(" has no tables of wau's yet"))
                .anyMatch(line -> line.contains("COPY of Parquet"))
                .anyMatch(line -> line.contains("makes a second session wait"))
                .anyMatch(line -> line.contains("drops the schema wau_doctor_"));
        assertThat(scratchSchemas()).isEmpty();
        assertThat(wau.staged()).isEmpty();
        assertThat(wau.onRedshift().run("history").err()).contains("Cannot find wau's tables");
    }

    @Test
    void whatTheDoctorFindsWrongIsSaidAndTheScratchSchemaGoesAllTheSame() throws SQLException {
        standIn().failNext(Pattern.compile("COPY doctor_types"), RedshiftFault.cutBefore());

        Run doctor = wau.onRedshift().run("doctor", "--json");

        assertThat(doctor.exit()).isEqualTo(3);
        assertThat(doctor.out())
                .contains(
                        "{\"type\":\"check\",\"name\":\"COPY of Parquet",
                        "\"state\":\"wrong\",\"passed\":false,\"problem\":\"The warehouse failed",
                        "\"fix\":\"mend what the message names")
                .containsPattern("drops the schema wau_doctor_\\w+\",\"state\":\"ok\",\"passed\":true");
        assertThat(scratchSchemas()).isEmpty();
        assertThat(wau.staged()).isEmpty();
    }

    @Test
    void aSchemaThatStaysBehindIsNamed() throws SQLException {
        standIn().failNext(Pattern.compile("DROP SCHEMA"), RedshiftFault.cutBefore());

        Run first = wau.onRedshift().run("doctor");
        standIn().failNext(Pattern.compile("CREATE SCHEMA"), RedshiftFault.cutBefore());
        Run second = wau.onRedshift().run("doctor");

        assertThat(first.exit()).isEqualTo(3);
        assertThat(first.out()).contains("Cannot drop the scratch schema wau_doctor_", "CASCADE)");
        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.out())
                .contains("An earlier self-test left " + scratchSchemas().get(0));
    }

    @Test
    void theDoctorTakesAnotherWarehouseThanTheConfigurations() throws IOException {
        wau.configure("jdbc:duckdb:wau.duckdb", "secret: wau/redshift");

        assertThat(wau.onRedshift().run("doctor").out()).contains("DuckDB").doesNotContain("schema wau_doctor_");
        standIn().failNext(Pattern.compile("CREATE SCHEMA"), RedshiftFault.cutBefore());
        assertThat(wau.onRedshift().run("doctor", "--warehouse", wau.url()).out())
                .contains("opens the warehouse jdbc:redshift:", "makes the schema wau_doctor_");
    }

    private List<String> scratchSchemas() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Connection connection = standIn().connect(wau.url());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT DISTINCT table_schema FROM svv_tables WHERE table_schema LIKE 'wau_doctor_%'")) {
            while (found.next()) {
                schemas.add(found.getString(1));
            }
        }
        return schemas;
    }
}
