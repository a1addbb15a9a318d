package dev.wau.catalog.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.csv.time.TimeFormat;
import dev.wau.csv.time.TimeFormats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the values of a column may all be; the first that holds for every value is the column's type. A whole
 * number is one only if it can be written back as it stands: {@code 007} and {@code +1} are strings; {@code 1.50} is a double.
 */
public enum ValueType {
    /** {@code true} or {@code false}, in any case. */
    BOOLEAN {
        @Override
        boolean holds(byte[] bytes, int start, int length) {
            if (length != 4 && length != 5) {
                return false;
            }
            String text = text(bytes, start, length).toLowerCase(Locale.ROOT);
            return text.equals("true") || text.equals("false");
        }
    },
    /** A whole number of 64 bits. */
    BIGINT {
        @Override
        boolean holds(byte[] bytes, int start, int length) {
            return length <= LONGEST_LONG
                    && WHOLE.matcher(text(bytes, start, length)).matches()
                    && fitsLong(text(bytes, start, length));
        }
    },
    /** A number with a fraction or an exponent, or a {@link #BIGINT}. */
    DOUBLE {
        @Override
        boolean holds(byte[] bytes, int start, int length) {
            if (length > LONGEST_DOUBLE) {
                return false;
            }
            String text = text(bytes, start, length);
            return BIGINT.holds(bytes, start, length)
                    || (DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text)));
        }
    },
    /** A time as the central bucket has it: {@code uuuu-MM-dd HH:mm:ss[.ffffff]}, or ISO 8601. */
    TIMESTAMP {
        @Override
        boolean holds(byte[] bytes, int start, int length) {
            return TIME.parse(bytes, start, length) != TimeFormat.BAD;
        }
    },
    /** A JSON object or array. */
    JSON {
        @Override
        boolean holds(byte[] bytes, int start, int length) {
            if (length < 2 || (bytes[start] != '{' && bytes[start] != '[')) {
                return false;
            }
            try (JsonParser json = FACTORY.createParser(bytes, start, length)) {
                json.nextToken();
                json.skipChildren();
                return json.nextToken() == null;
            } catch (IOException e) {
                return false;
            }
        }
    },
    /** Any text. */
    STRING {
        @Override
        boolean holds(byte[] bytes, int start, int length) {
            return true;
        }
    };

    private static final int LONGEST_LONG = 20;
    private static final int LONGEST_DOUBLE = 40;
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern DECIMAL =
            Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+([eE][+-]?[0-9]{1,3})?|[eE][+-]?[0-9]{1,3})");
    private static final TimeFormat TIME = TimeFormats.central();
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Whether a value, of one byte or more, is one. */
    abstract boolean holds(byte[] bytes, int start, int length);

    /** The name in catalogs: {@code bigint}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of this name; empty if there is none. */
    public static Optional<ValueType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }

    private static boolean fitsLong(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String text(byte[] bytes, int start, int length) {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }
}
