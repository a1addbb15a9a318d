package dev.wau.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "Asia/Kathmandu",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Pacific/Apia",
            "Australia/Lord_Howe",
            "Africa/Monrovia");

    @Test
    void daysBeginAtMidnightOfTheZone() {
        assertThat(in("Asia/Kathmandu").days(day("2025-06-02"), day("2025-06-02")))
                .containsExactly(new Window(
                        day("2025-06-02"),
                        day("2025-06-02"),
                        Instant.parse("2025-06-01T18:15:00Z"),
                        Instant.parse("2025-06-02T18:15:00Z")));
    }

    @Test
    void aDayWithoutMidnightBeginsWithItsFirstInstant() {
        Window begin = oneDay("America/Sao_Paulo", "2018-11-04");
        Window end = oneDay("America/Sao_Paulo", "2019-02-16");

        assertThat(begin.start()).isEqualTo("2018-11-04T03:00:00Z");
        assertThat(length(begin)).isEqualTo(Duration.ofHours(23));
        assertThat(length(end)).isEqualTo(Duration.ofHours(25));
        assertThat(oneDay("Asia/Kathmandu", "1986-01-01").start()).isEqualTo("1985-12-31T18:30:00Z");
    }

    @Test
    void clocksMayMoveByHalfAnHour() {
        assertThat(length(oneDay("Australia/Lord_Howe", "2025-10-05"))).isEqualTo(Duration.ofMinutes(23 * 60 + 30));
        assertThat(length(oneDay("Australia/Lord_Howe", "2025-04-06"))).isEqualTo(Duration.ofMinutes(24 * 60 + 30));
    }

    @Test
    void aDayThatNeverWasIsNoWindow() {
        Windows apia = in("Pacific/Apia");

        assertThat(apia.days(day("2011-12-29"), day("2011-12-31")))
                .extracting(Window::first)
                .containsExactly(day("2011-12-29"), day("2011-12-31"));
        assertThat(apia.rolling(day("2011-12-29"), day("2011-12-31"), 7))
                .extracting(Window::last)
                .containsExactly(day("2011-12-29"), day("2011-12-31"));
        assertThat(length(apia.weeks(day("2011-12-30"), day("2011-12-30")).get(0)))
                .isEqualTo(Duration.ofDays(6));
    }

    @Test
    void weeksAreWholeAndCrossTheYearsEnd() {
        assertThat(in("Europe/Berlin").weeks(day("2024-12-31"), day("2025-01-06")))
                .extracting(Window::first, Window::last)
                .containsExactly(
                        tuple(day("2024-12-30"), day("2025-01-05")), tuple(day("2025-01-06"), day("2025-01-12")));
    }

    @Test
    void aWeekWithAClockChangeIsAnHourShorter() {
        assertThat(length(in("Europe/Berlin")
                        .weeks(day("2025-03-30"), day("2025-03-30"))
                        .get(0)))
                .isEqualTo(Duration.ofHours(7 * 24 - 1));
    }

    @Test
    void monthsAreWholeWhateverTheirLength() {
        assertThat(in("UTC").months(day("2023-12-31"), day("2024-03-01")))
                .extracting(Window::last)
                .containsExactly(day("2023-12-31"), day("2024-01-31"), day("2024-02-29"), day("2024-03-31"));
    }

    @Test
    void aRollingWindowEndsWithEachDay() {
        assertThat(in("UTC").rolling(day("2025-01-01"), day("2025-01-02"), Windows.ROLLING_WEEK))
                .extracting(Window::first, Window::last)
                .containsExactly(
                        tuple(day("2024-12-26"), day("2025-01-01")), tuple(day("2024-12-27"), day("2025-01-02")));
    }

    @Test
    void aRangeOfNoDaysHasNoWindows() {
        assertThat(in("UTC").days(day("2025-01-02"), day("2025-01-01"))).isEmpty();
    }

    @Property(tries = 300)
    void weeksTileTimeFromTheirFirstDay(
            @ForAll @IntRange(min = 0, max = 7) int zone,
            @ForAll DayOfWeek weekStart,
            @ForAll @IntRange(min = -10_000, max = 25_000) int from,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        Windows windows = new Windows(ZoneId.of(ZONES.get(zone)), weekStart);
        LocalDate first = LocalDate.ofEpochDay(from);
        LocalDate last = first.plusDays(days - 1L);
        List<Window> weeks = windows.weeks(first, last);

        assertThat(weeks).allMatch(week -> week.first().getDayOfWeek() == weekStart);
        assertThat(weeks).allMatch(week -> week.first().plusDays(6).equals(week.last()));
        assertThat(weeks.get(0).first()).isBetween(first.minusDays(6), first);
        assertThat(weeks.get(weeks.size() - 1).last()).isBetween(last, last.plusDays(6));
        assertTiled(weeks);
        assertTiled(windows.months(first, last));
        assertTiled(windows.days(first, last));
    }

    @Property(tries = 300)
    void anInstantLiesInTheWindowOfItsDay(
            @ForAll @IntRange(min = 0, max = 7) int zone, @ForAll @IntRange(min = -5_000, max = 25_000) int hour) {
        // St_Johns turned its clocks at 00:01: for an hour its dates run backwards, and the later one holds it
        Windows windows = in(ZONES.get(zone));
        Instant instant = Instant.ofEpochSecond(hour * 40_000L);
        Window day = windows.between(windows.day(instant), windows.day(instant));
        boolean repeated = instant.isAfter(day.end().minusSeconds(1));

        assertThat(instant).isAfterOrEqualTo(day.start());
        assertThat(repeated && zone != 4).isFalse();
    }

    private static void assertTiled(List<Window> windows) {
        for (int index = 1; index < windows.size(); index++) {
            assertThat(windows.get(index).start())
                    .isEqualTo(windows.get(index - 1).end());
        }
    }

    private static Windows in(String zone) {
        return new Windows(ZoneId.of(zone), DayOfWeek.MONDAY);
    }

    private static Window oneDay(String zone, String day) {
        return in(zone).days(day(day), day(day)).get(0);
    }

    private static Duration length(Window window) {
        return Duration.between(window.start(), window.end());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
