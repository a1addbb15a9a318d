package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.aggregate.AggregateStarter;
import dev.wau.aws.AwsPlaces;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies of one snapshot have in common all that the handler's constructor made. So have two invocations of one handler at
 * once, which Lambda never makes: what they don't confuse, copies don't.
 */
class RestoredCopiesTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void copies_are_told_apart_by_the_central_bucket() throws Exception {
        InstantSource clock = InstantSource.system();
        try (Cloud cloud = new Cloud(folder).customer("acme", 4);
                AwsPlaces aws = new AwsPlaces(cloud::settings, clock)) {
            AggregateFunction function = function(cloud, aws.with(Connectors.folders(clock)));
            cloud.slowFiles(Duration.ofSeconds(2));

            List<String> replies = Stream.of(invoke(function), invoke(function))
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(replies).anyMatch(reply -> reply.startsWith("{\"state\":\"complete\""));
            assertThat(replies).anyMatch(reply -> reply.startsWith("{\"state\":\"busy\""));
            assertThat(cloud.keys("complete/")).hasSize(1);
            assertThat(cloud.reads()).isEqualTo(4);
        }
    }

    private static AggregateFunction function(Cloud cloud, Connectors places) throws IOException {
        String config = String.valueOf(cloud.environment("fail").get("WAU_CONFIG"));
        return new AggregateFunction(
                ConfigPlace.of(config, places, Map.of()),
                places,
                100,
                RestoredCopiesTest::noStarter,
                new JsonLog(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
                null);
    }

    private static AggregateStarter noStarter(String function) {
        return new FunctionStarter(
                () -> {
                    throw new IllegalStateException("Nothing has to be started");
                },
                function);
    }

    private static CompletableFuture<String> invoke(AggregateFunction function) {
        return CompletableFuture.supplyAsync(() -> {
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            try {
                function.handle(Events.stream("{}"), reply, new Invocation("request", "arn", Duration.ofMinutes(1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return reply.toString(StandardCharsets.UTF_8);
        });
    }
}
