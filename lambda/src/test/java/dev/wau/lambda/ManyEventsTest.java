package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.trigger.Gate;
import dev.wau.trigger.ObjectCreated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * 500 files of 50 customers and their marker, each told by its own event: the marker's 20 times, in any order, by 8
 * functions at once, through S3, EventBridge and queues.
 */
class ManyEventsTest {

    private static final int FILES = 500;
    private static final int DELIVERIES = 20;
    private static final int FUNCTIONS = 8;

    private final Random random = new Random(5);

    private String event(ObjectCreated created) {
        return switch (random.nextInt(4)) {
            case 0 -> Events.s3(created);
            case 1 -> Events.eventBridge(created);
            case 2 -> Events.sqs("m", Events.s3(created));
            default -> Events.sqs("m", Events.eventBridge(created));
        };
    }

    private List<String> events(Instant written) {
        List<String> events = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            String key = "csv/customer-" + file % 50 + "/file " + file + ".csv";
            events.add(event(new ObjectCreated(Events.BUCKET, key, written.minusSeconds(file))));
        }
        ObjectCreated marker = new ObjectCreated(Events.BUCKET, Events.MARKER, written);
        for (int delivery = 0; delivery < DELIVERIES; delivery++) {
            events.add(event(marker));
        }
        Collections.shuffle(events, random);
        return events;
    }

    /** Delivers them as Lambda does, and gives what must be delivered again. */
    private static List<String> deliver(GlueBehind behind, List<String> events) throws Exception {
        ExecutorService functions = Executors.newFixedThreadPool(FUNCTIONS);
        List<Future<Boolean>> done = new ArrayList<>();
        for (String event : events) {
            done.add(functions.submit(() -> isDone(behind, event)));
        }
        functions.shutdown();
        List<String> back = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (!done.get(i).get()) {
                back.add(events.get(i));
            }
        }
        return back;
    }

    private static boolean isDone(GlueBehind behind, String event) {
        try {
            return behind.invoke(event).equals("{\"batchItemFailures\":[]}");
        } catch (WauException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.BUSY);
            return false;
        }
    }

    @Test
    void a_batch_gets_one_run_whatever_is_delivered() throws Exception {
        Gate gate = new Gate();
        try (GlueBehind behind = new GlueBehind(arguments -> gate.run())) {
            List<String> events = events(Instant.now().truncatedTo(ChronoUnit.MILLIS));

            List<String> back = deliver(behind, events);
            gate.open();
            while (!back.isEmpty()) {
                back = deliver(behind, back);
            }
            assertThat(deliver(behind, events)).isEmpty();

            assertThat(behind.glue().arguments(GlueBehind.JOB)).containsExactly(Map.of("--wau-marker", Events.MARKER));
            assertThat(behind.log().lines().filter(line -> line.contains("ignored: no completion marker")))
                    .hasSize(2 * FILES);
        }
    }
}
