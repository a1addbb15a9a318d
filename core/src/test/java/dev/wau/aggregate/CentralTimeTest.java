package dev.wau.aggregate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.time.TimeFormats;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CentralTimeTest {

    private static final long YEAR_1 = -62_135_596_800_000_000L;
    private static final long YEAR_9999 = 253_402_300_799_999_999L;

    private final CentralTime time = new CentralTime();

    @Test
    void theFractionStandsOnlyWhereItIsNotZero() {
        assertThat(text(0)).isEqualTo("1970-01-01 00:00:00");
        assertThat(text(1)).isEqualTo("1970-01-01 00:00:00.000001");
        assertThat(text(-1)).isEqualTo("1969-12-31 23:59:59.999999");
        assertThat(text(YEAR_1)).isEqualTo("0001-01-01 00:00:00");
        assertThat(text(YEAR_9999)).isEqualTo("9999-12-31 23:59:59.999999");
    }

    @Property(tries = 1_000)
    void theReaderReadsTheSameTime(@ForAll @LongRange(min = YEAR_1, max = YEAR_9999) long micros) {
        int length = time.write(micros);
        assertThat(TimeFormats.central().parse(time.bytes(), 0, length)).isEqualTo(micros);
    }

    private String text(long micros) {
        int length = time.write(micros);
        return new String(time.bytes(), 0, length, US_ASCII);
    }
}
