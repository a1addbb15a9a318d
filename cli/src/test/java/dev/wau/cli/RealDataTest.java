package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wau.cli.TestingWau.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files nobody here wrote, read by configuration alone. They stand beside the repository ({@code ../shared/data}) and are
 * skipped where they don't; the expected numbers were computed by other tools (its README).
 */
class RealDataTest {

    private static final Path DATA = Path.of(System.getProperty("wau.shared.data", "../../shared/data"))
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder;

    private TestingWau wau;

    @BeforeEach
    void open() {
        assumeThat(DATA.resolve("cert/logon.csv")).exists();
        wau = new TestingWau(folder);
    }

    @Test
    void cert_gives_the_users_of_each_week() throws IOException {
        config("""
                defaults:
                  columns: {timestamp: date, event: activity, user_id: user, unique_identifier: id}
                  time: {format: "MM/dd/yyyy HH:mm:ss", zone: UTC}
                customers:
                  logon:  {source: "%1$s/cert", files: logon.csv}
                  device: {source: "%1$s/cert", files: device.csv}
                """);

        assertThat(wau.run("run")).satisfies(RealDataTest::succeeded);

        // 34,005 records of logon.csv: the last one is cut off in its last cell, has all its fields, and is loaded.
        // device.csv is cut off in its second field: 32,551 whole records and one truncated-file.
        assertThat(query(
                        "SELECT customer, count(*), count(DISTINCT user_id) FROM wau_audit_logs GROUP BY 1 ORDER BY 1"))
                .contains("logon,34005,1000")
                .contains("device,32551,");
        assertThat(query("SELECT count(*) FROM wau_audit_logs WHERE customer = 'logon' AND event = 'Logon'"))
                .contains("19095");
        assertThat(wau.run("rejects", "--json").out())
                .contains("truncated-file")
                .contains("device.csv");
        assertThat(weekly("logon"))
                .containsSubsequence(
                        "2009-12-28", ",73,", "2010-01-04", ",1000,", "2010-01-11", ",1000,", "2010-01-18", ",1000,");
        assertThat(wau.run("verify")).satisfies(RealDataTest::succeeded);
    }

    @Test
    void postgres_csvlog_is_accounted_for() throws IOException {
        config("""
                defaults:
                  dialect:
                    header: {given: [log_time, user_name, database_name, process_id, connection_from, session_id,
                      session_line_num, command_tag, session_start_time, virtual_transaction_id, transaction_id,
                      error_severity, sql_state_code, message, detail, hint, internal_query, internal_query_pos, context,
                      query, query_pos, location, application_name, backend_type, leader_pid, query_id]}
                  columns: {timestamp: log_time, event: error_severity, user_id: user_name}
                  time: {format: iso, zone: UTC}
                customers:
                  server: {source: "%1$s/postgres-csvlog", files: "*.csv"}
                """);

        assertThat(wau.run("run")).satisfies(RealDataTest::succeeded);

        assertThat(query("SELECT sum(records_read) = sum(records_loaded + records_suppressed), sum(records_rejected)"
                        + " FROM wau_files"))
                .contains("true,0");
        assertThat(query("SELECT count(*) > 0 FROM wau_audit_logs WHERE message LIKE '%' || chr(10) || '%'"))
                .contains("true");
        assertThat(wau.run("verify")).satisfies(RealDataTest::succeeded);
    }

    @Test
    void loghub_with_date_and_time_in_two_columns_is_accounted_for() throws IOException {
        config("""
                customers:
                  openstack:
                    source: "%1$s/loghub"
                    columns: {timestamp: [Date, Time], event: EventId}
                """);

        assertThat(wau.run("run")).satisfies(RealDataTest::succeeded);

        assertThat(query("SELECT count(*), min(event_time), sum(CASE WHEN user_id IS NULL THEN 0 ELSE 1 END)"
                        + " FROM wau_audit_logs"))
                .contains("2000,2017-05-16T00:00:00.008Z,0");
        assertThat(wau.run("verify")).satisfies(RealDataTest::succeeded);
    }

    private void config(String customers) throws IOException {
        Files.writeString(
                folder.resolve("wau.yaml"),
                "central: central\nwarehouse: jdbc:duckdb:wau.duckdb\n" + customers.formatted(DATA));
    }

    private String query(String sql) {
        Run run = wau.run("query", "--format", "csv", sql);
        succeeded(run);
        return run.out();
    }

    private String weekly(String customer) {
        Run run = wau.run(
                "report",
                "weekly",
                "--calendar",
                "--customer",
                customer,
                "--format",
                "csv",
                "--from",
                "2009-12-28",
                "--to",
                "2010-01-24");
        succeeded(run);
        return run.out();
    }

    private static void succeeded(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
    }
}
