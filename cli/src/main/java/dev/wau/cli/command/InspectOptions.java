package dev.wau.cli.command;

import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Encoding;
import dev.wau.csv.HeaderRule;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.csv.time.TimeFormats;
import dev.wau.csv.time.TimeFormats.Ambiguous;
import dev.wau.csv.time.TimeFormats.Excess;
import dev.wau.model.Customer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a file is written, when no customer of {@code wau.yaml} says it. */
final class InspectOptions {

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            converter = Converters.OneCharacter.class,
            description = "between cells: one character or 'tab' (default: comma)")
    @Nullable
    Character delimiter;

    @Option(
            names = "--quote",
            paramLabel = "C",
            converter = Converters.OneCharacter.class,
            description = "around cells, or 'none' (default: \")")
    @Nullable
    Character quote;

    @Option(
            names = "--escape",
            paramLabel = "C",
            converter = Converters.OneCharacter.class,
            description = "before a quote inside a quoted cell (default: the quote, doubled)")
    @Nullable
    Character escape;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = Converters.EncodingName.class,
            completionCandidates = Converters.EncodingNames.class,
            description = "${COMPLETION-CANDIDATES} (default: utf-8)")
    @Nullable
    Encoding encoding;

    @Option(
            names = "--preamble",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "lines before the header (default: 0)")
    @Nullable
    Integer preamble;

    @Option(names = "--names", paramLabel = "A,B", split = ",", description = "the file has no header: its columns")
    @Nullable
    List<String> names;

    @Option(
            names = "--time-format",
            paramLabel = "F",
            description = "exporter, iso, epoch-seconds, epoch-milliseconds, epoch-microseconds or a pattern such as"
                    + " 'MM/dd/yyyy HH:mm:ss' (default: exporter)")
    @Nullable
    String timeFormat;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Converters.Zone.class,
            description = "of times that don't name one (default: UTC)")
    @Nullable
    ZoneId zone;

    @Option(names = "--timestamp", paramLabel = "COL", split = ",", description = "the time's column, or date,time")
    @Nullable
    List<String> timestamp;

    @Option(names = "--event", paramLabel = "COL", description = "the event's column (default: event)")
    @Nullable
    String event;

    @Option(names = "--user", paramLabel = "COL", description = "the user's column (default: userId)")
    @Nullable
    String user;

    /** Whether any of them was given. */
    boolean given() {
        return Stream.of(delimiter, quote, escape, encoding, preamble, names, timeFormat, zone, timestamp, event, user)
                .anyMatch(Objects::nonNull);
    }

    ReadRules rules() {
        char quoted = or(quote, '"');
        HeaderRule header = names == null ? HeaderRule.FIRST_RECORD : new HeaderRule(HeaderRule.Kind.GIVEN, names);
        ColumnRoles standard = ColumnRoles.STANDARD;
        return new ReadRules(
                new Customer("inspected"),
                new Dialect(
                        or(delimiter, ','),
                        quoted,
                        or(escape, quoted),
                        or(encoding, Encoding.UTF_8),
                        or(preamble, 0),
                        header),
                new ColumnRoles(
                        or(timestamp, standard.timestamp()),
                        or(event, standard.event()),
                        user == null ? standard.userId() : user,
                        standard.userAgent(),
                        standard.uniqueIdentifier()),
                TimeFormats.of(or(timeFormat, "exporter"), or(zone, ZoneOffset.UTC), Ambiguous.EARLIER, Excess.REJECT),
                PersonalData.NONE,
                RowIdentity.FINGERPRINT,
                Limits.DEFAULT);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
