package dev.wau.config;

import dev.wau.config.yaml.Choices;
import dev.wau.config.yaml.Nearest;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.csv.time.TimeFormat;
import dev.wau.csv.time.TimeFormats;
import dev.wau.csv.time.TimeFormats.Ambiguous;
import dev.wau.csv.time.TimeFormats.Excess;
import java.time.DateTimeException;
import java.time.ZoneId;

/** What {@code time} says; what a customer leaves out comes from {@code defaults}. */
record TimeSettings(String format, ZoneId zone, Ambiguous ambiguous, Excess excess) {

    /** The exporter's format in UTC. */
    static final TimeSettings DEFAULT =
            new TimeSettings("exporter", ZoneId.of("UTC"), Ambiguous.EARLIER, Excess.REJECT);

    private static final String ZONE_RULE = "an IANA zone such as Europe/Berlin, UTC, or an offset such as +05:30";

    /** Reads the section; what it doesn't say comes from the base. */
    static TimeSettings read(Section section, TimeSettings base) {
        return new TimeSettings(
                section.setting("format")
                        .map(setting -> format(setting, base.format))
                        .orElse(base.format),
                section.setting("zone").map(setting -> zone(setting, base.zone)).orElse(base.zone),
                section.setting("ambiguous")
                        .map(setting -> setting.choice(Choices.of(Ambiguous.values()), base.ambiguous))
                        .orElse(base.ambiguous),
                section.setting("excess-precision")
                        .map(setting -> setting.choice(Choices.of(Excess.values()), base.excess))
                        .orElse(base.excess));
    }

    /** The format that these settings make. */
    TimeFormat toFormat() {
        return TimeFormats.of(format, zone, ambiguous, excess);
    }

    private static String format(Setting setting, String otherwise) {
        String text = setting.text("one of " + String.join(", ", TimeFormats.NAMES) + ", or a pattern")
                .orElse(otherwise);
        return setting.tried(
                valid -> {
                    TimeFormats.of(text, DEFAULT.zone, DEFAULT.ambiguous, DEFAULT.excess);
                    return text;
                },
                otherwise);
    }

    /** A zone by its name. */
    static ZoneId zone(Setting setting, ZoneId otherwise) {
        String text = setting.text(ZONE_RULE).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            String near = Nearest.of(text, ZoneId.getAvailableZoneIds())
                    .map(zone -> "did you mean '" + zone + "'? Allowed: ")
                    .orElse("");
            setting.wrong(near + ZONE_RULE);
            return otherwise;
        }
    }
}
