package dev.wau.aws.logs;

import static dev.wau.aws.logs.LogsBench.DAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.Aggregator;
import dev.wau.collect.LogExport;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerFile;
import dev.wau.complete.MarkerPublisher;
import dev.wau.config.Policies;
import dev.wau.progress.Progress;
import dev.wau.store.StoredObject;
import dev.wau.testing.aws.LogsFake.Manners;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way from two customers' log groups, in accounts of their own, to the central bucket. */
final class LogsAggregateTest {

    private static final List<String> CUSTOMERS = List.of("acme", "globex");
    private static final LogExport EXPORT = new LogExport(null, Duration.ofHours(6), Duration.ofHours(12), DAY);
    private static final Pattern EVENT_ID = Pattern.compile("\\b\\d{56}\\b");

    private final LogsBench bench = new LogsBench();
    private final MemoryObjectStore central = new MemoryObjectStore();
    private final TreeMap<String, List<String>> planted = new TreeMap<>();
    private final Random random = new Random(20230405);
    private Policies.MissingCustomers missing = Policies.MissingCustomers.FAIL;

    @BeforeEach
    void groups() {
        for (String customer : CUSTOMERS) {
            bench.sts.role(role(customer), null);
            bench.logs.group("/" + customer + "/audit", DAY, role(customer));
            planted.put(customer, new ArrayList<>());
        }
        bench.logs.behave(new Manners(9, true, false, true, 97));
        bench.now = DAY;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyEventArrivesOnceThoughMostComeLate() {
        // Four days, a run every three hours. Events are up to 12 hours old when they are taken in.
        for (int run = 0; run < 32; run++) {
            bench.now = bench.now.plus(Duration.ofHours(3));
            int events = run < 26 ? 4 : 0;
            CUSTOMERS.forEach(customer -> plant(customer, events));
            if (run % 7 != 3) {
                aggregate();
            }
        }

        for (String customer : CUSTOMERS) {
            assertThat(idsInCentral(customer)).containsExactlyInAnyOrderElementsOf(planted.get(customer));
        }
        assertThat(central("csv/")).doesNotContain("10.11.12.13", "10.99.99.99").contains("source_customer");
        assertThat(central("complete/")).doesNotContain("10.11.12.13", "10.99.99.99");
    }

    @Test
    void whatWasCollectedIsNotCopiedAgainAndWhatIsCompleteIsNotEvenRead() {
        plantOn("acme", DAY.plusSeconds(1));
        bench.now = DAY.plus(Duration.ofHours(7));
        assertThat(aggregate().files()).isEqualTo(2);

        bench.now = bench.now.plus(Duration.ofMinutes(1));
        AggregateResult again = aggregate();
        assertThat(again.nothingNew()).isTrue();
        assertThat(again.files()).isZero();
        assertThat(again.touched()).isEqualTo(2);

        bench.now = DAY.plus(Duration.ofHours(6 + 12)).plus(Windows.SETTLING);
        assertThat(aggregate().touched()).isEqualTo(2);
        int asked = reads();
        bench.now = bench.now.plusSeconds(1);
        AggregateResult last = aggregate();
        assertThat(last.nothingNew()).isTrue();
        // The second and third window of each customer are still open.
        assertThat(last.touched()).isEqualTo(4);
        assertThat(bench.logs.requests().subList(asked, reads()))
                .noneMatch(request -> request.body().contains("\"startTime\":" + DAY.toEpochMilli()));
    }

    @Test
    void aLateEventMakesOneNewVersionOfItsWindow() {
        plantOn("acme", DAY.plusSeconds(1));
        bench.now = DAY.plus(Duration.ofHours(7));
        aggregate();
        plantOn("acme", DAY.plusSeconds(2));
        bench.now = bench.now.plus(Duration.ofHours(1));

        AggregateResult late = aggregate();

        assertThat(late.files()).isEqualTo(1);
        assertThat(late.reexports())
                .extracting(key -> key.path())
                .containsExactly("csv/acme/audit-2023-04-05T0000Z--2023-04-05T0600Z.csv");
    }

    @Test
    void linesThatAreNoEventsAreCountedAndLeaveNoText() {
        for (int i = 0; i < 3; i++) {
            plantOn("acme", DAY.plusSeconds(i));
        }
        bench.logs.put("/acme/audit", "s", DAY.plusSeconds(9), "stack trace of jane@example.com");
        bench.now = DAY.plus(Duration.ofHours(7));

        MarkerFile file = marker(aggregate()).files().stream()
                .filter(found -> found.customer().name().equals("acme"))
                .findFirst()
                .orElseThrow();

        assertThat(file.records()).isEqualTo(3);
        assertThat(file.rejected()).isEqualTo(1);
        assertThat(file.rejects().get(0).reason().code()).isEqualTo("missing-event");
        assertThat(central("")).doesNotContain("jane");
    }

    @Test
    void aCustomerWhoseGroupIsGoneDoesNotStopTheOther() {
        missing = Policies.MissingCustomers.PARTIAL;
        bench.logs.group("/globex/audit", DAY, role("nobody"));
        plantOn("acme", DAY.plusSeconds(1));
        bench.now = DAY.plus(Duration.ofHours(7));

        AggregateResult result = aggregate();

        assertThat(idsInCentral("acme")).isEqualTo(planted.get("acme"));
        assertThat(result.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.customer().name()).isEqualTo("globex");
            assertThat(failed.error()).contains("is not authorized (AccessDeniedException, request ");
        });
        missing = Policies.MissingCustomers.FAIL;
        bench.now = bench.now.plusSeconds(1);
        assertThatThrownBy(this::aggregate).hasMessageContaining("globex");
    }

    private void plant(String customer, int events) {
        for (int i = 0; i < events; i++) {
            Instant time = bench.now.minusSeconds(random.nextInt(12 * 3600));
            plantOn(customer, time.isBefore(DAY) ? DAY : time);
        }
    }

    private void plantOn(String customer, Instant time) {
        String shadow = random.nextInt(5) == 0 ? ", \"ipAddress\": \"10.99.99.99\", \"customer\": \"evil\"" : "";
        String message = """
                {"message": {"event": "login", "ipAddress": "10.11.12.13", "userAgent": "UA",
                 "details": {"userId": "u%d", "key%d": 1%s}}}""".formatted(random.nextInt(9), random.nextInt(4), shadow);
        String stream = "stream-" + random.nextInt(3);
        Objects.requireNonNull(planted.get(customer))
                .add(bench.logs.put("/" + customer + "/audit", stream, time, message));
    }

    private AggregateResult aggregate() {
        return new Aggregator(
                        TestingConfig.of(CUSTOMERS, missing),
                        central,
                        customer -> bench.source(
                                "cloudwatch:/" + customer.customer() + "/audit",
                                EXPORT,
                                role(customer.customer().name())),
                        bench::now,
                        Progress.NONE,
                        2)
                .run();
    }

    private int reads() {
        return bench.logs.requests().size();
    }

    private List<String> idsInCentral(String customer) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = EVENT_ID.matcher(central("csv/" + customer + "/"));
        while (matcher.find()) {
            ids.add(matcher.group());
        }
        return ids;
    }

    private String central(String prefix) {
        StringBuilder text = new StringBuilder();
        try (Stream<StoredObject> objects = central.list(prefix)) {
            for (StoredObject object : objects.toList()) {
                try (InputStream bytes = central.read(object)) {
                    text.append(new String(bytes.readAllBytes(), UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private CompletionMarker marker(AggregateResult result) {
        return new MarkerPublisher(central)
                .read(Objects.requireNonNull(result.marker()))
                .orElseThrow();
    }

    private static String role(String customer) {
        return "arn:aws:iam::222222222222:role/" + customer;
    }
}
