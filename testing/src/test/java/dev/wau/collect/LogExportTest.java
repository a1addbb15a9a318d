package dev.wau.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT5M", "PT6H", "PT24H", "PT168H"})
    void aWindowDividesADayOrIsWholeDays(String window) {
        Duration length = Duration.parse(window);

        assertThat(new LogExport(null, length, Duration.ZERO, null).window()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "PT30S", "PT1M1S", "PT7H", "PT25H", "PT36H"})
    void anyOtherWindowIsRefused(String window) {
        assertThatThrownBy(() -> new LogExport(null, Duration.parse(window), Duration.ZERO, null))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessageStartingWith("Invalid window of a log group: ")
                .hasMessageEndingWith("(whole minutes that divide a day, or whole days)");
    }

    @Test
    void aStartIsAWindowsStart() {
        Instant noon = Instant.parse("2023-04-05T12:00:00Z");

        assertThatThrownBy(() -> new LogExport(null, Duration.ofDays(1), Duration.ZERO, noon))
                .hasMessage(
                        "Invalid start of a log group: 2023-04-05T12:00:00Z (where a window of PT24H starts, such as"
                                + " 2023-04-05T00:00:00Z)");
        assertThat(new LogExport(null, Duration.ofHours(6), Duration.ZERO, noon).since())
                .isEqualTo(noon);
    }

    @Test
    void theTimeForLateEventsIsNotNegative() {
        assertThatThrownBy(() -> new LogExport(null, Duration.ofDays(1), Duration.ofHours(-1), null))
                .hasMessageContaining("zero or more");
    }

    @Test
    void windowsAreTheSameBefore1970() {
        assertThat(LogExport.DEFAULT.startOf(Instant.parse("1969-12-31T23:00:00Z")))
                .isEqualTo(Instant.parse("1969-12-31T00:00:00Z"));
    }
}
