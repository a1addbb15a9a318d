package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.aggregate.BatchPart;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateEventTest {

    private static final BatchPart PART = new BatchPart(new BatchId("2025-07-01T00-05-00.123Z"), 3);

    private static AggregateEvent read(String event) {
        return AggregateEvent.read(Events.stream(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", " { } "})
    void nothing_means_all_customers(String event) {
        assertThat(read(event)).isEqualTo(new AggregateEvent(null));
    }

    @Test
    void a_schedule_means_all_customers() {
        String rule = Events.text("schedule.json");
        String scheduler = rule.replace("aws.events", "aws.scheduler").replace("\"detail\": {}", "\"detail\": \"{}\"");

        assertThat(read(rule).part()).isNull();
        assertThat(read(scheduler).part()).isNull();
    }

    @Test
    void a_part_comes_back_as_it_was_written() {
        assertThat(AggregateEvent.of(PART)).isEqualTo("{\"batch\":\"2025-07-01T00-05-00.123Z\",\"part\":3}");
        assertThat(read(AggregateEvent.of(PART)).part()).isEqualTo(PART);
        assertThat(read(AggregateEvent.ALL).part()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"prat\": 3}|it has [prat]",
                "{\"batch\": \"b\"}|'part' is missing",
                "{\"part\": 3}|'batch' is missing",
                "{\"batch\": \"b\", \"part\": 3, \"force\": true}|it has [force]",
                "{\"batch\": \"b\", \"part\": 0}|Invalid part: 0",
                "{\"batch\": \"b\", \"part\": \"3\"}|VALUE_STRING",
                "{\"batch\": \"../b\", \"part\": 3}|Invalid batch id",
                "{\"batch\": [1], \"part\": 3}|'batch' must be a text",
                "[]|must be an object",
                "{\"part\": |Unexpected end-of-input",
                "nothing|Unrecognized token"
            })
    void anything_else_is_refused(String event, String problem) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
                .hasMessageStartingWith("Cannot read the event: ")
                .hasMessageContaining(problem)
                .hasMessageContaining("{\"batch\": ID, \"part\": NUMBER} for a part");
    }

    @Test
    void an_event_of_the_trigger_function_is_refused() {
        assertThatThrownBy(() -> read(Events.text("s3-put.json"))).hasMessageContaining("it has [Records]");
        assertThatThrownBy(() -> read(Events.text("eventbridge-created.json")))
                .hasMessageContaining("it has detail-type Object Created");
    }
}
