package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.trigger.ObjectCreated;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordsTest {

    private static final Instant TIME = Instant.parse("2025-07-01T00:06:30.123Z");
    private static final Instant SECOND = Instant.parse("2025-07-01T00:06:30Z");

    private static Delivery read(String name) {
        return EventRecords.read(Events.stream(Events.text(name)));
    }

    private static ObjectCreated created(String key, Instant time) {
        return new ObjectCreated(Events.BUCKET, key, time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3-put.json", "sns-s3.json"})
    void a_notification_of_s3(String name) {
        assertThat(read(name))
                .isEqualTo(new Delivery(
                        Delivery.Kind.INVOCATION,
                        List.of(new Message("", List.of(created(Events.MARKER, TIME)), List.of(), null))));
    }

    @Test
    void many_records_in_one_event() {
        assertThat(read("s3-many.json").messages())
                .containsExactly(new Message(
                        "",
                        List.of(
                                created("csv/acme/acme-Apr-05-2023-00:00:00--Apr-06-2023-00:00:00.csv", TIME),
                                created("complete/a b+c % ü€.json", Instant.parse("2025-07-01T00:06:31Z")),
                                created(Events.MARKER, TIME)),
                        List.of("aws:s3 ObjectRemoved:DeleteMarkerCreated"),
                        null));
    }

    @Test
    void an_event_of_eventbridge_has_its_key_as_it_is() {
        assertThat(read("eventbridge-created.json").created()).containsExactly(created(Events.MARKER, SECOND));
        assertThat(read("eventbridge-created-odd-name.json").created())
                .containsExactly(created("complete/a+b%2B c ü.json", SECOND));
    }

    @ParameterizedTest
    @CsvSource({
        "s3-test-event.json, s3:TestEvent",
        "eventbridge-deleted.json, aws.s3 Object Deleted",
        "eventbridge-other-service.json, aws.events Scheduled Event"
    })
    void what_creates_nothing_is_told(String name, String other) {
        assertThat(read(name).messages()).containsExactly(new Message("", List.of(), List.of(other), null));
    }

    @Test
    void messages_of_a_queue_stand_for_themselves() {
        List<Message> messages = read("sqs-mixed.json").messages();

        assertThat(read("sqs-mixed.json").kind()).isEqualTo(Delivery.Kind.QUEUE);
        assertThat(messages).extracting(Message::id).doesNotHaveDuplicates().hasSize(6);
        assertThat(messages.get(0).created()).containsExactly(created(Events.MARKER, TIME));
        assertThat(messages.get(1).others()).containsExactly("s3:TestEvent");
        assertThat(messages.get(2).created()).containsExactly(created(Events.MARKER, SECOND));
        assertThat(messages.get(3).created()).containsExactly(created(Events.MARKER, TIME));
        assertThat(messages.subList(0, 4)).allMatch(message -> message.problem() == null);
        assertThat(messages.get(4).problem()).contains("Unrecognized token 'not'");
        assertThat(messages.get(5).problem()).contains("it has no 'Records'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|it has no 'Records'",
                "[]|must be an object",
                "``|must be an object",
                "{\"Records\": []}|it has no 'Records'",
                "{\"Records\": [{\"eventSource\": \"aws:dynamodb\"}]}|a record's source is 'aws:dynamodb'",
                "{\"Records\": [{\"eventSource\": \"aws:s3\"}]}|'eventName' is missing",
                "{\"Records\": [{\"eventSource\": \"aws:s3\", \"eventName\": \"ObjectCreated:Put\"}]}|'s3' is missing",
                "{\"Records\": [{\"eventSource\": \"aws:sqs\"}]}|'messageId' is missing",
                "{\"source\": \"aws.s3\", \"detail-type\": \"Object Created\", \"detail\": {}}|'bucket.name' is missing",
            })
    void what_it_does_not_know_it_refuses(String event, String why) {
        assertThatThrownBy(() -> EventRecords.read(Events.stream(event)))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
                .hasMessageContaining("Cannot read the event: ")
                .hasMessageContaining(why);
    }

    @Test
    void another_services_event_is_refused() {
        assertThatThrownBy(() -> read("logs.json")).hasMessageContaining("it has no 'Records'");
    }

    @Test
    void a_key_that_is_wrongly_encoded_is_refused() {
        String event = Events.text("s3-put.json").replace(Events.MARKER, "complete/%zz.json");

        assertThatThrownBy(() -> EventRecords.read(Events.stream(event)))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("Illegal hex characters");
    }
}
