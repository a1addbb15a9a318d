package dev.wau.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wau.model.WauException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    cron(15 0 * * ? *);        1
                    rate(1 hour);              24
                    rate(12 hours);            2
                    rate(5 minutes);           288
                    rate(2 days);              0.5
                    cron(0,30 * * * ? *);      48
                    cron(0/15 8-18 ? * MON-FRI *); 31.428571
                    cron(* * * * ? *);         1440
                    cron(0 22-2 * * ? *);      5
                    cron(0 6 ? * SUN *);       0.142857
                    cron(0 6 ? * SAT-MON *);   0.428571
                    cron(0 6 ? * 2 *);         0.142857
                    cron(0 6 1,15 * ? *);      0.065753
                    cron(0 6 L * ? *);         0.032877
                    cron(0 6 ? * 6#3 *);       0.032877
                    cron(0 6 1 JAN-MAR ? *);   0.008219
                    """)
    void a_schedule_runs_so_often_a_day(String expression, double times) {
        assertThat(Schedule.perDay(expression)).isCloseTo(times, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(15 0 * *)",
                "cron(60 0 * * ? *)",
                "cron(0 0 ? * XYZ *)",
                "cron(0/0 * * * ? *)",
                "rate(0 hours)",
                "rate(1 week)",
                "at noon"
            })
    void what_is_no_schedule_is_refused_by_its_text(String expression) {
        assertThatThrownBy(() -> Schedule.perDay(expression))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("Cannot tell how often the schedule " + expression + " runs (");
    }
}
