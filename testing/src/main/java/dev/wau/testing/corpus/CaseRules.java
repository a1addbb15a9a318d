package dev.wau.testing.corpus;

import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Encoding;
import dev.wau.csv.HeaderRule;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.csv.time.TimeFormats;
import dev.wau.model.Customer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case's settings: as in {@code wau.yaml}, on one line each. What isn't said is the default; times are epoch seconds. */
final class CaseRules {

    private CaseRules() {}

    static ReadRules of(Map<String, String> settings) {
        return new ReadRules(
                new Customer("acme"),
                dialect(values(settings, "dialect")),
                roles(values(settings, "columns")),
                TimeFormats.of(
                        settings.getOrDefault("time", "epoch-seconds"),
                        ZoneOffset.UTC,
                        TimeFormats.Ambiguous.EARLIER,
                        TimeFormats.Excess.REJECT),
                personalData(values(settings, "personal-data")),
                RowIdentity.FINGERPRINT,
                limits(values(settings, "limits")));
    }

    private static Map<String, String> values(Map<String, String> settings, String key) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings.getOrDefault(key, "").split(" ")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                values.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return values;
    }

    private static Dialect dialect(Map<String, String> values) {
        Dialect standard = Dialect.STANDARD;
        char quote = character(values, "quote", standard.quote());
        return new Dialect(
                character(values, "delimiter", standard.delimiter()),
                quote,
                character(values, "escape", quote),
                encoding(values.getOrDefault("encoding", "utf-8")),
                Integer.parseInt(values.getOrDefault("preamble-lines", "0")),
                header(values));
    }

    private static char character(Map<String, String> values, String key, char otherwise) {
        String value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        return value.equals("none")
                ? Dialect.NONE
                : new String(Escapes.bytes(value), StandardCharsets.US_ASCII).charAt(0);
    }

    private static Encoding encoding(String label) {
        for (Encoding encoding : Encoding.values()) {
            if (encoding.label().equals(label)) {
                return encoding;
            }
        }
        throw new IllegalArgumentException("no such encoding: " + label);
    }

    private static HeaderRule header(Map<String, String> values) {
        for (HeaderRule.Kind kind : List.of(HeaderRule.Kind.GIVEN, HeaderRule.Kind.REPLACED)) {
            String names = values.get(kind.name().toLowerCase(Locale.ROOT));
            if (names != null) {
                return new HeaderRule(kind, List.of(names.split(",")));
            }
        }
        return HeaderRule.FIRST_RECORD;
    }

    private static ColumnRoles roles(Map<String, String> values) {
        ColumnRoles standard = ColumnRoles.STANDARD;
        String time = values.getOrDefault("timestamp", "timestamp");
        return new ColumnRoles(
                List.of(time.split(",")),
                values.getOrDefault("event", standard.event()),
                name(values, "user_id", standard.userId()),
                name(values, "user_agent", standard.userAgent()),
                name(values, "unique_identifier", standard.uniqueIdentifier()));
    }

    private static @Nullable String name(Map<String, String> values, String key, @Nullable String otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : value;
    }

    private static PersonalData personalData(Map<String, String> values) {
        return new PersonalData(names(values, "drop"), names(values, "hash"), values.getOrDefault("key", ""));
    }

    private static Set<String> names(Map<String, String> values, String key) {
        String names = values.get(key);
        return names == null ? Set.of() : Set.of(names.split(","));
    }

    private static Limits limits(Map<String, String> values) {
        Limits base = Limits.DEFAULT;
        return new Limits(
                (int) number(values, "max-field-bytes", base.maxFieldBytes()),
                (int) number(values, "max-record-bytes", base.maxRecordBytes()),
                (int) number(values, "max-header-columns", base.maxColumns()),
                number(values, "max-inflated-bytes", base.maxInflatedBytes()),
                (int) number(values, "max-inflation-ratio", base.maxInflationRatio()),
                (int) number(values, "max-raw-reject-bytes", base.maxRawRejectBytes()));
    }

    private static long number(Map<String, String> values, String key, long otherwise) {
        return Long.parseLong(values.getOrDefault(key, Long.toString(otherwise)));
    }
}
