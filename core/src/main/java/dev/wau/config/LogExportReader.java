package dev.wau.config;

import dev.wau.collect.LogExport;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.config.yaml.SpanText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how a log group becomes files. */
final class LogExportReader {

    private static final Duration DAY = Duration.ofDays(1);

    private LogExportReader() {}

    /** What the section doesn't say comes from the base. */
    static LogExport read(Section section, LogExport base) {
        return new LogExport(
                section.setting("stream-prefix")
                        .flatMap(setting -> setting.text("the beginning of log streams' names"))
                        .orElse(base.streamPrefix()),
                section.setting("window")
                        .map(setting -> window(setting, base.window()))
                        .orElse(base.window()),
                section.setting("late")
                        .map(setting -> span(setting, SpanText.FORM + ", up to 14d", base.late()))
                        .orElse(base.late()),
                section.setting("since")
                        .map(setting -> since(setting, base.since()))
                        .orElse(base.since()));
    }

    private static Duration window(Setting setting, Duration otherwise) {
        String rule = "1d, or a part of a day that divides it, from 5m up: 1h, 6h, 15m";
        Duration window = span(setting, rule, otherwise);
        if (window.compareTo(Duration.ofMinutes(5)) < 0 || DAY.toMinutes() % window.toMinutes() != 0) {
            setting.wrong(rule);
            return otherwise;
        }
        return window;
    }

    private static Duration span(Setting setting, String rule, Duration otherwise) {
        Optional<String> text = setting.text(rule);
        Optional<Duration> span =
                text.flatMap(SpanText::parse).filter(found -> found.compareTo(Duration.ofDays(14)) <= 0);
        if (text.isPresent() && span.isEmpty()) {
            setting.wrong(rule);
        }
        return span.orElse(otherwise);
    }

    private static @Nullable Instant since(Setting setting, @Nullable Instant otherwise) {
        String rule = "a day in UTC such as 2026-01-31";
        Optional<String> text = setting.text(rule);
        try {
            return text.map(day ->
                            LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant())
                    .orElse(otherwise);
        } catch (DateTimeException e) {
            setting.wrong(rule);
            return otherwise;
        }
    }
}
