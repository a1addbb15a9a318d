package dev.wau.complete;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import dev.wau.model.Sha256;
import dev.wau.model.WauException;
import dev.wau.testing.store.MemoryObjectStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkerJsonTest {

    private static final ObjectKey KEY = new ObjectKey("complete/b.json");
    private static final Customer ACME = new Customer("acme");
    private static final Instant START = Instant.parse("2025-07-01T00:05:00.123456789Z");

    @Test
    void whatIsWrittenIsRead() {
        assertThat(MarkerJson.read(MarkerJson.write(marker()), KEY)).contains(marker());
    }

    @Test
    void unknownMembersAreSkipped() {
        String json = text(marker()).replace("\"batch\"", "\"more\" : {\"files\":[{}]}, \"batch\"");

        assertThat(read(json)).contains(marker());
    }

    @Test
    void anEmptyBatchIsAMarker() {
        CompletionMarker empty = new CompletionMarker(new BatchId("b"), START, START, List.of(), List.of());

        assertThat(MarkerJson.read(MarkerJson.write(empty), KEY)).contains(empty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "done", "2025-07-01\n", "[1,2]", "{}", "{\"done\":true}", "{\"format\":\"other\"}", "bitti İ"
            })
    void anyOtherTextIsAPlainMarker(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(MarkerJson.read(text.getBytes(UTF_16), KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"format\":\"wau-completion-marker\"}",
                "{\"format\":\"wau-completion-marker\",\"version\":1}",
                "{\"format\":\"wau-completion-marker\",\"version\":\"1\"}",
                "{\"format\":\"wau-completion-marker\",\"version\":1,\"batch\":7}",
                "{\"format\":\"wau-completion-marker\",\"version\":1,\"files\":{}}",
                "{\"format\":\"wau-completion-marker\",\"version\":1,\"customers\":[7]}",
                "PK\u0003\u0004",
                "\0"
            })
    void aBrokenOneIsInvalid(String text) {
        assertInvalid(text.getBytes(UTF_8));
    }

    @Test
    void bytesThatAreNoTextAreInvalid() {
        assertInvalid(new byte[] {(byte) 0xC3, (byte) 0x28});
    }

    @Test
    void everyCutOffManifestIsInvalid() {
        byte[] whole = MarkerJson.write(marker());
        for (int length = 1; length < whole.length - 1; length++) {
            assertInvalid(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void aNewerVersionSaysWhatToDo() {
        assertThatThrownBy(() -> read(text(marker()).replace("\"version\" : 1", "\"version\" : 2")))
                .hasMessageContaining("complete/b.json")
                .hasMessageContaining("version 2 is not known here, only up to 1. Update wau");
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> read(text(marker()).replace("bad-time", "bad-luck")))
                .hasMessageContaining("bad-luck");
        assertThatThrownBy(() -> read(text(marker()).replace("\"outcome\" : \"copied\"", "\"outcome\" : \"stolen\"")))
                .hasMessageContaining("stolen");
    }

    @Test
    void aMarkerIsPublishedOnceAndASecondTimeIsNoMarker() {
        MemoryObjectStore central = new MemoryObjectStore();
        MarkerPublisher publisher = new MarkerPublisher(central);
        ObjectKey key = publisher.publish(marker());
        CompletionMarker later = new CompletionMarker(
                marker().batch(), START, START.plusSeconds(99), marker().customers(), marker().files());

        assertThat(publisher.publish(later)).isEqualTo(key);
        assertThat(publisher.read(key)).contains(marker());
        CompletionMarker other = new CompletionMarker(marker().batch(), START, START, List.of(), List.of());
        assertThatThrownBy(() -> publisher.publish(other)).hasMessageContaining("written once");
        assertThat(publisher.read(key)).contains(marker());
    }

    private static void assertInvalid(byte[] content) {
        assertThatThrownBy(() -> MarkerJson.read(content, KEY))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MARKER))
                .hasMessageStartingWith("Invalid marker complete/b.json: ")
                .hasMessageContaining("Remove the file, or rename it");
    }

    private static Optional<CompletionMarker> read(String json) {
        return MarkerJson.read(json.getBytes(UTF_8), KEY);
    }

    private static String text(CompletionMarker marker) {
        return new String(MarkerJson.write(marker), UTF_8);
    }

    private static CompletionMarker marker() {
        return new CompletionMarker(
                BatchId.startedAt(START),
                START,
                START.plusSeconds(2),
                List.of(
                        new CustomerOutcome(ACME, CustomerOutcome.Outcome.COPIED, 2, null),
                        new CustomerOutcome(new Customer("bolt"), CustomerOutcome.Outcome.NOTHING_NEW, 0, null),
                        new CustomerOutcome(new Customer("cord"), CustomerOutcome.Outcome.FAILED, 0, "gone \"away\"")),
                List.of(
                        file("a 00:00:00.csv", START, null),
                        file("ü.csv", null, new MarkerFile.Refusal("no-time-column", "no time"))));
    }

    private static MarkerFile file(String name, @Nullable Instant first, MarkerFile.@Nullable Refusal refusal) {
        return new MarkerFile(
                ACME,
                ObjectKey.aggregated(ACME, name),
                name,
                5_000_000_000L,
                new Sha256("0123456789abcdef".repeat(4)),
                first == null ? "" : "etag-1",
                3,
                List.of("timestamp", "a,\"b\"\n"),
                first,
                first,
                1,
                List.of(new Reject(7, RejectReason.BAD_TIME, "not a time", null)),
                refusal);
    }
}
