package dev.wau.aws.logs;

import static dev.wau.aws.logs.LogsBench.DAY;
import static dev.wau.aws.logs.LogsBench.DAYS;
import static dev.wau.aws.logs.LogsBench.GROUP;
import static dev.wau.aws.logs.LogsBench.files;
import static dev.wau.aws.logs.LogsBench.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.collect.LogExport;
import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.aws.LogsFake.Manners;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in a window's file. */
final class LogGroupReadTest {

    private final LogsBench bench = LogsBench.withGroup();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theHeaderIsTheUnionOfTheWindowsKeys() {
        String one = bench.put("10:00:00", """
                {"message": {"event": "login", "ipAddress": "10.0.0.1", "userAgent": "Mozilla/5.0 (X, Y)",
                 "details": {"userId": "u1", "zone": "a"}}}""");
        String two = bench.put("10:00:00.250", """
                {"message": {"event": "view", "details": {"userId": "u2", "page": "x\\ny \\"z\\""}}}""");

        assertThat(bench.day()).isEqualTo("""
                timestamp,event,userAgent,unique_identifier,ipAddress,page,userId,zone
                2023-04-05 10:00:00.000,login,"Mozilla/5.0 (X, Y)",%s,10.0.0.1,,u1,a
                2023-04-05 10:00:00.250,view,,%s,,"x
                y ""z""\",u2,
                """.formatted(one, two));
    }

    @Test
    void aWindowWithoutEventsIsAHeader() {
        assertThat(bench.day()).isEqualTo("timestamp,event,userAgent,unique_identifier\n");
    }

    @Test
    void aWindowHoldsItsFirstMillisecondAndNotTheNextOnes() {
        bench.logs.put(GROUP, "s", DAY.minusMillis(1), event("before"));
        bench.logs.put(GROUP, "s", DAY, event("first"));
        bench.logs.put(GROUP, "s", Instant.parse("2023-04-05T23:59:59.999Z"), event("last"));
        bench.logs.put(GROUP, "s", Instant.parse("2023-04-06T00:00:00Z"), event("after"));

        assertThat(bench.day()).contains("first", "last").doesNotContain("before", "after");
    }

    @Test
    void everyWayOfAnsweringGivesTheSameBytes() {
        for (int i = 0; i < 60; i++) {
            // Three events share each time; streams and times don't come in order.
            bench.logs.put(GROUP, "stream-" + i % 4, DAY.plusSeconds(60 - i / 3), event("e" + i));
        }
        String expected = bench.day();
        assertThat(expected.lines().skip(1).map(line -> line.substring(0, 23)))
                .hasSize(60)
                .isSorted();

        bench.logs.behave(new Manners(7, true, false, true, 0));
        assertThat(bench.day()).isEqualTo(expected);
        bench.logs.behave(new Manners(1, false, true, false, 0));
        assertThat(bench.day()).isEqualTo(expected);
        bench.logs.behave(new Manners(30, true, true, true, 6));
        assertThat(bench.day()).isEqualTo(expected);
    }

    @Test
    void aTokenThatNeverChangesIsAnErrorAndNoEndlessLoop() {
        for (int i = 0; i < 3; i++) {
            bench.put("10:00:00", event("e"));
        }
        // Pages of no events: each token leads to itself.
        bench.logs.behave(new Manners(0, false, false, false, 0));

        assertThatThrownBy(bench::day)
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
                .hasMessageContaining("times with the same page token");
    }

    @Test
    void onlyStreamsOfThePrefixAreRead() {
        bench.logs.put(GROUP, "api/1", DAY, event("api"));
        bench.logs.put(GROUP, "batch/1", DAY, event("batch"));
        Source source = bench.source(new LogExport("api/", DAYS.window(), DAYS.late(), DAY));

        assertThat(text(source, files(source).get(0))).contains("api").doesNotContain("batch");
    }

    @Test
    void aLineThatIsNoEventIsARecordWithoutAnEventAndWithoutItsText() {
        String id = bench.put("10:00:00", "START RequestId: jane@example.com");
        String other = bench.put("10:00:01", "{\"message\": {\"details\": {\"userId\": \"jane\"}}}");

        assertThat(bench.day()).isEqualTo("""
                timestamp,event,userAgent,unique_identifier
                2023-04-05 10:00:00.000,,,%s
                2023-04-05 10:00:01.000,,,%s
                """.formatted(id, other));
    }

    @Test
    void halfACharacterIsNeverReplacedSilently() throws Exception {
        bench.put("10:00:00", "{\"message\": {\"event\": \"login\", \"details\": {\"name\": \"\\ud83d\"}}}");
        Source source = bench.source(DAYS);

        byte[] bytes = source.read(files(source).get(1)).readAllBytes();

        // A byte that UTF-8 doesn't know: the record is rejected as invalid-utf8.
        assertThat(bytes).contains(0xFF).doesNotContain('?');
    }

    @Test
    void moreKeysThanMemoryShouldHoldAreRefused() {
        for (int event = 0; event < 21; event++) {
            StringBuilder details = new StringBuilder();
            for (int key = 0; key < 1_000; key++) {
                details.append(key == 0 ? "" : ",")
                        .append("\"k")
                        .append(event * 1_000 + key)
                        .append("\":1");
            }
            bench.put("10:00:00", "{\"message\":{\"event\":\"e\",\"details\":{" + details + "}}}");
        }

        assertThatThrownBy(bench::day)
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
    }

    @Test
    void aGroupThatGoesAwayWhileItIsReadIsAFailureOfItsCustomer() {
        Source source = bench.source("cloudwatch:/none", DAYS, null);
        SourceFile file = files(bench.source(DAYS)).get(0);

        assertThatThrownBy(() -> source.read(file))
                .hasMessageMatching("Cannot read log group /none: The specified log group does not exist"
                        + " \\(ResourceNotFoundException, request .*\\)\\. Check its name, .*");
    }

    @Test
    void aRefusalNamesTheRightsThatAreNeeded() {
        bench.logs.group(GROUP, DAY, "arn:aws:iam::222222222222:role/other");
        Source source = bench.source(DAYS);

        assertThatThrownBy(() -> source.read(files(source).get(0)))
                .hasMessageContaining("(AccessDeniedException, request ")
                .hasMessageEndingWith("The source needs logs:DescribeLogGroups and logs:FilterLogEvents on it.");
    }

    private static String event(String name) {
        return "{\"message\": {\"event\": \"" + name + "\", \"details\": {}}}";
    }
}
