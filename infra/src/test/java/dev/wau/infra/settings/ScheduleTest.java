package dev.wau.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource(delimiter = ';', textBlock = """
                    cron(15 0 * *);            cron(MINUTES HOURS DAY-OF-MONTH MONTH DAY-OF-WEEK YEAR)
                    cron(60 0 * * ? *);        '60' isn't from 0 to 59
                    cron(99 0 * * ? *);        '99' isn't from 0 to 59
                    cron(0 0 * * * *);         exactly one of day-of-month and day-of-week is ?
                    cron(0 0 ? * ? *);         exactly one of day-of-month and day-of-week is ?
                    cron(0 0 1 * MON *);       exactly one of day-of-month and day-of-week is ?
                    cron(? 0 * * ? *);         '?' isn't understood
                    cron(L 0 * * ? *);         'L' isn't understood
                    cron(0 0 ? * XYZ *);       'XYZ' isn't understood
                    cron(0 0 ? * JAN *);       'JAN' isn't understood
                    cron(0 0 * MON ? *);       'MON' isn't understood
                    cron(0 0 * * ? 1969);      '1969' isn't from 1970 to 2199
                    cron(0/0 * * * ? *);       a step of 0
                    rate(0 hours);             every 0 hours is never
                    rate(1 week);              rate(1 hour), or cron(
                    at noon;                   rate(1 hour), or cron(
                    """, quoteCharacter = '`')
    void what_aws_would_refuse_is_told_by_its_rule(String expression, String rule) {
        assertThatThrownBy(() -> Schedule.perDay(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule);
    }
}
