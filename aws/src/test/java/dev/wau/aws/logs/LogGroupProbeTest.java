package dev.wau.aws.logs;

import static dev.wau.aws.logs.LogsBench.DAYS;
import static dev.wau.aws.logs.LogsBench.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.WauException;
import dev.wau.testing.aws.LogsFake.Manners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether events can be had, at the cost of one page. */
final class LogGroupProbeTest {

    private final LogsBench bench = LogsBench.withGroup();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void oneEventIsAskedForOnce() {
        for (int i = 0; i < 100; i++) {
            bench.put("10:00:%02d".formatted(i % 60), "{}");
        }

        assertThat(bench.source(DAYS).probe()).isTrue();

        assertThat(bench.logs.requests())
                .filteredOn(request -> request.operation().equals("FilterLogEvents"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"limit\":1"));
    }

    @Test
    void aGroupWithoutEventsHasNone() {
        assertThat(bench.source(DAYS).probe()).isFalse();
    }

    @Test
    void anEmptyPageThatIsNotTheLastMayBeFollowedByEvents() {
        bench.put("10:00:00", "{}");
        bench.logs.behave(new Manners(10, true, false, false, 0));

        assertThat(bench.source(DAYS).probe()).isTrue();
    }

    @Test
    void aGroupThatIsNotThereOrMayNotBeReadSaysSo() {
        assertThatThrownBy(() -> bench.source("cloudwatch:/other", DAYS, null).probe())
                .isInstanceOf(WauException.class)
                .hasMessageContaining("Cannot read log group /other: there is none");

        bench.logs.group(GROUP, LogsBench.DAY, "arn:aws:iam::222222222222:role/reader");
        assertThatThrownBy(() -> bench.source(DAYS).probe())
                .isInstanceOf(WauException.class)
                .hasMessageContaining("AccessDeniedException")
                .hasMessageContaining("logs:FilterLogEvents");
    }
}
