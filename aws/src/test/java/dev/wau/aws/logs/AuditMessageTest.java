package dev.wau.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.wau.csv.ColumnNames;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditMessageTest {

    @Test
    void valuesKeepTheirText() {
        assertThat(details("""
                "text": "é\\n", "number": 1.50, "large": 12345678901234567890123, "exponent": 1E+2, "yes": true,
                "none": null, "empty": "", "object": {"a": [1.0, "x"] }, "list": [ 1,2 ]"""))
                .containsExactly(
                        entry("text", "é\n"),
                        entry("number", "1.50"),
                        entry("large", "12345678901234567890123"),
                        entry("exponent", "1E+2"),
                        entry("yes", "true"),
                        entry("object", "{\"a\": [1.0, \"x\"] }"),
                        entry("list", "[ 1,2 ]"));
    }

    @Test
    void aNestedValueOfALongTextIsWhatStandsThere() {
        String nested = "{\"long\": \"" + "é".repeat(100_000) + "\", \"b\": [{}]}";

        assertThat(details("\"a\": \"" + "x".repeat(50_000) + "\", \"nested\": " + nested + ", \"z\": [7]"))
                .containsEntry("nested", nested)
                .containsEntry("z", "[7]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "[1]",
                "\"text\"",
                "{\"message\": \"text\"}",
                "{\"message\": {\"event\": null}}",
                "{\"message\": {\"event\": \"\"}}",
                "{\"message\": {\"details\": {\"event\": \"login\"}}}",
                "{\"event\": \"login\"}",
                "{\"message\": {\"event\": \"login\"}} and more",
                "{\"message\": {\"event\": \"login\"}",
                "{\"message\": {\"event\": \"login\", \"event\": \"logout\"}}",
                "{\"message\": {\"event\": \"login\", \"details\": {\"\\ud800\": 1}}}",
                "{\"message\": {\"event\": \"login\", \"details\": {\"a\": 1, \"a\": 2}}}"
            })
    void whatIsNoEventHasNoCells(String text) {
        assertThat(AuditMessage.cells(text)).isEmpty();
    }

    @Test
    void whatTheLoggerAddsBesideTheMessageIsNotRead() {
        assertThat(AuditMessage.cells("{\"level\": {\"a\": 1}, \"message\": {\"event\": \"login\"}, \"n\": [1]}\n"))
                .containsExactly(entry("event", "login"));
    }

    @Test
    void membersOfTheMessageAreColumnsToo() {
        assertThat(AuditMessage.cells("""
                {"message": {"event": "login", "session": "s", "userId": "outer", "details": {"userId": "inner"}}}"""))
                .containsOnly(
                        entry("event", "login"),
                        entry("userId", "inner"),
                        entry("session", "s"),
                        entry("userId_", "outer"));
    }

    @Test
    void aDetailThatShadowsAColumnKeepsItsValueBesideIt() {
        Map<String, String> cells = AuditMessage.cells("""
                {"message": {"event": "login", "userAgent": "UA", "ipAddress": "10.0.0.1", "details": {
                 "timestamp": "t", "event": "e", "userAgent": "u", "unique_identifier": "i", "ipAddress": "10.9.9.9",
                 "timestamp_": "other"}}}""");

        assertThat(cells)
                .containsOnly(
                        entry("event", "login"),
                        entry("userAgent", "UA"),
                        entry("ipAddress", "10.0.0.1"),
                        entry("timestamp_", "other"),
                        entry("timestamp__", "t"),
                        entry("event_", "e"),
                        entry("userAgent_", "u"),
                        entry("unique_identifier_", "i"),
                        entry("ipAddress_", "10.9.9.9"));
        // So the rule that drops the one drops the other.
        assertThat(ColumnNames.of("ipAddress_")).isEqualTo(ColumnNames.of("ipAddress"));
    }

    @Test
    void whateverNamesTheCustomerIsOneColumn() {
        assertThat(details("\"customer\": \"evil\"")).containsExactly(entry("source_customer", "evil"));
        assertThat(details("\"source_customer\": \"a\", \"Customer\": \"b\", \"customer\": \"c\""))
                .containsOnly(
                        entry("source_customer", "a"),
                        entry("source_customer_2", "b"),
                        entry("source_customer_3", "c"));
    }

    @Test
    void anyKeyMakesAHeaderName() {
        assertThat(details("\"\": \"1\", \"a\\u0000b\": \"2\", \"_\": \"3\", \"x,\\\"y\": \"4\", \"a_b\": \"5\""))
                .containsOnly(
                        entry("_", "3"), entry("__", "1"), entry("a_b_", "2"), entry("x,\"y", "4"), entry("a_b", "5"));
    }

    private static Map<String, String> details(String members) {
        Map<String, String> cells =
                AuditMessage.cells("{\"message\": {\"event\": \"e\", \"details\": {" + members + "}}}");
        assertThat(cells.remove("event")).isEqualTo("e");
        return cells;
    }
}
