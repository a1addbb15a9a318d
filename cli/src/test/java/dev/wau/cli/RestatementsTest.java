package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reported week changes: load, history and report say so. */
class RestatementsTest {

    private static final String HEADER = "timestamp,event,userId\n";

    @TempDir
    Path folder;

    @Test
    void aWeekThatChangedIsToldByLoadHistoryAndReport() throws IOException {
        new TestingHistory(folder)
                .file("acme/a.csv", HEADER + "2025-01-06 10:00:00,login,u1\n2025-01-14 10:00:00,login,u1\n");
        assertThat(wau("load").err()).doesNotContain("already reported");
        assertThat(wau("history", "--restatements").err()).isEqualTo("No week changed after it was reported.\n");
        assertThat(wau("report").err()).doesNotContain("Restated");
        put("late.csv", "2025-01-07 10:00:00,login,u2\n2025-01-07 11:00:00,login,u2\n");

        assertThat(wau("load").err()).contains("1 week already reported changed (wau history --restatements)");

        Run table = wau("history", "--restatements");
        assertThat(table.out()).containsPattern(" acme +2025-01-06 +1 +2 +1 +3 +2 +csv/acme/late.csv");
        assertThat(table.err()).isEqualTo("1 restatement\n");
        assertThat(wau("history", "--restatements", "--json").out())
                .startsWith("{\"type\":\"restatement\",\"restated_at\":\"")
                .contains("\"customer\":\"acme\",\"first_day\":\"2025-01-06\",\"users_before\":1,\"users_after\":2,"
                        + "\"events_before\":1,\"events_after\":3,\"events_change\":2,"
                        + "\"object_key\":\"csv/acme/late.csv\",\"file_id\":2,\"last_day\":\"2025-01-12\","
                        + "\"zone\":\"UTC\",\"week_start\":\"monday\",\"run\":\"");
        assertThat(wau("history", "--restatements", "--customer", "nobody", "--format", "csv")
                        .lines())
                .containsExactly("restated_at,customer,first_day,users_before,users_after,events_before,events_after,"
                        + "events_change,object_key,file_id,last_day,zone,week_start,run");
        assertThat(wau("history", "--restatements", "--runs").exit()).isEqualTo(2);

        assertThat(wau("report").err())
                .contains("Restated after it was reported, week from: 2025-01-06 1x, last by csv/acme/late.csv:"
                        + " 'wau history --restatements' shows before and after.");
        assertThat(wau("report", "--json").lines().get(0)).contains("\"restated\":1");
        assertThat(wau("report", "--zone", "Asia/Kathmandu").err())
                .as("restated by another calendar")
                .doesNotContain("Restated");
        assertThat(wau("report", "daily").err()).doesNotContain("Restated");
    }

    @Test
    void theNewestAreKept() throws IOException {
        new TestingHistory(folder)
                .file("acme/a.csv", HEADER + "2025-01-14 10:00:00,login,u1\n")
                .load();
        for (String name : new String[] {"b", "c"}) {
            put(name + ".csv", "2025-01-07 10:00:00,login," + name + "\n");
            wau("load");
        }

        Run newest = wau("history", "--restatements", "--limit", "1");
        assertThat(newest.out()).contains("c.csv").doesNotContain("b.csv");
        assertThat(newest.err()).contains("1 restatement, the newest: --limit N shows more");
    }

    @Test
    void theCalendarIsThatOfTheConfiguration() throws IOException {
        new TestingHistory(folder);
        Path config = folder.resolve("wau.yaml");
        Files.writeString(config, Files.readString(config) + "reports: {zone: Asia/Kathmandu, week-start: sunday}\n");
        put("a.csv", "2025-01-01 10:00:00,login,u1\n2025-01-14 10:00:00,login,u1\n");
        wau("load");
        put("b.csv", "2025-01-04 18:14:59,login,u2\n2025-01-04 18:15:00,login,u2\n");
        wau("load");

        assertThat(wau("history", "--restatements", "--format", "csv").out())
                .contains(",acme,2024-12-29,1,2,1,2,1,", ",acme,2025-01-05,0,1,0,1,1,", ",Asia/Kathmandu,sunday,");
        Run report = wau("report");
        assertThat(report.lines().get(0)).contains("Asia/Kathmandu, weeks from Sunday");
        assertThat(report.err()).contains("2024-12-29 1x").contains("2025-01-05 1x");
        assertThat(wau("report", "--zone", "UTC", "--week-start", "monday")
                        .lines()
                        .get(0))
                .contains("UTC, weeks from Monday");
    }

    private void put(String name, String records) throws IOException {
        Path file = folder.resolve("central/csv/acme/" + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, HEADER + records);
    }

    private Run wau(String... arguments) {
        return new TestingWau(folder).run(arguments);
    }
}
