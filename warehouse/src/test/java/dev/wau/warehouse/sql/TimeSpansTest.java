package dev.wau.warehouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.warehouse.sql.TimeSpans.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class TimeSpansTest {

    @Test
    void spansThatTouchAreOne() {
        assertThat(TimeSpans.joined(List.of(span(5, 9), span(1, 3), span(3, 4), span(6, 7))))
                .containsExactly(span(1, 4), span(5, 9));
        assertThat(TimeSpans.joined(List.of())).isEmpty();
    }

    @Test
    void manySpansAreJoinedOverTheirSmallestGaps() {
        List<Span> spans = LongStream.range(0, 20)
                .mapToObj(i -> span(i * i * 10, i * i * 10 + 1))
                .toList();

        List<Span> joined = TimeSpans.joined(spans);

        assertThat(joined).hasSize(8);
        assertThat(joined.get(0)).isEqualTo(span(0, 12 * 12 * 10 + 1));
        assertThat(joined.get(7)).isEqualTo(spans.get(19));
    }

    private static Span span(long first, long last) {
        return new Span(Instant.ofEpochSecond(first), Instant.ofEpochSecond(last));
    }
}
