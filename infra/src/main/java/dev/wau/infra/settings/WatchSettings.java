package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.util.List;
import java.util.Set;

/**
 * What is watched.
 *
 * @param emails who is told
 * @param markerWithinHours alarm when no marker was written for so long; 0: none
 * @param rejectedShare alarm when more records than this share were rejected
 * @param silentDays alarm when a customer brought nothing for so many days; 0: none
 * @param logDays how long logs are kept
 * @param dashboard whether there is one
 */
public record WatchSettings(
        List<String> emails,
        int markerWithinHours,
        double rejectedShare,
        int silentDays,
        int logDays,
        boolean dashboard) {

    static final WatchSettings DEFAULT = new WatchSettings(List.of(), 26, 0.01, 3, 90, true);

    /** Alarms look back a week at most. */
    private static final int MOST_HOURS = 168;

    public WatchSettings {
        emails = List.copyOf(emails);
    }

    static WatchSettings read(Section section, WatchSettings base) {
        Values values = new Values(section);
        WatchSettings read = new WatchSettings(
                values.texts("emails", "addresses such as ops@example.com", "[^@\\s]+@[^@\\s]+", base.emails),
                values.number("marker-within-hours", 0, MOST_HOURS, base.markerWithinHours),
                values.share("rejected-share", base.rejectedShare),
                values.number("silent-days", 0, 365, base.silentDays),
                values.number("log-days", 1, 3653, base.logDays),
                values.flag("dashboard", base.dashboard));
        if (Set.copyOf(read.emails).size() < read.emails.size()) {
            section.setting("emails").ifPresent(setting -> setting.wrong("each once"));
        }
        if (!LogDays.ALLOWED.contains(read.logDays)) {
            section.setting("log-days")
                    .ifPresent(setting -> setting.wrong("as CloudWatch Logs has it: " + LogDays.ALLOWED));
        }
        return read;
    }
}
