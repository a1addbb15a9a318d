package dev.wau.config;

import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Windows;
import dev.wau.config.yaml.Choices;
import dev.wau.config.yaml.Section;
import java.time.DayOfWeek;

/** Reads {@code reports}. */
final class ReportsReader {

    private ReportsReader() {}

    static Windows read(Section section) {
        Windows base = ReportRules.DEFAULT.calendar();
        return new Windows(
                section.setting("zone")
                        .map(setting -> TimeSettings.zone(setting, base.zone()))
                        .orElse(base.zone()),
                section.setting("week-start")
                        .map(setting -> setting.choice(Choices.of(DayOfWeek.values()), base.weekStart()))
                        .orElse(base.weekStart()));
    }
}
