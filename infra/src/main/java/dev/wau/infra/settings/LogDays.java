package dev.wau.infra.settings;

import java.util.List;

/**
 * How long CloudWatch Logs keeps logs, in days.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">AWS:
 *     PutRetentionPolicy</a>
 */
final class LogDays {

    static final List<Integer> ALLOWED = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private LogDays() {}
}
