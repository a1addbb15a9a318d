package dev.wau.config;

import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.csv.Dialect;
import dev.wau.csv.Encoding;
import dev.wau.csv.HeaderRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code dialect}; what it doesn't say comes from the base. */
final class DialectReader {

    private static final String CHARACTER = "one ASCII character";
    private static final int MOST_PREAMBLE_LINES = 1_000_000;

    private DialectReader() {}

    static Dialect read(Section section, Dialect base) {
        char delimiter = section.setting("delimiter")
                .map(setting -> character(setting, Map.of("tab", '\t', "\\t", '\t'), base.delimiter(), "or tab"))
                .orElse(base.delimiter());
        char quote = section.setting("quote")
                .map(setting -> character(setting, Map.of("none", Dialect.NONE), base.quote(), "or none"))
                .orElse(base.quote());
        char escape = escape(section, quote, base);
        int preamble = section.setting("preamble-lines")
                .map(setting -> setting.number(0, MOST_PREAMBLE_LINES, base.preambleLines()))
                .orElse(base.preambleLines());
        Encoding encoding = encoding(section, base.encoding());
        HeaderRule header = section.setting("header")
                .map(setting -> HeaderReader.read(setting, base.header()))
                .orElse(base.header());
        return section.setting("delimiter")
                .or(() -> section.setting("quote"))
                .or(() -> section.setting("escape"))
                .map(first ->
                        first.tried(setting -> new Dialect(delimiter, quote, escape, encoding, preamble, header), base))
                .orElseGet(() -> new Dialect(delimiter, quote, escape, encoding, preamble, header));
    }

    // A doubled quote is an escape that follows the quote, whichever that is.
    private static char escape(Section section, char quote, Dialect base) {
        char inherited = base.escape() == base.quote() || quote == Dialect.NONE ? quote : base.escape();
        char escape = section.setting("escape")
                .map(setting -> character(
                        setting, Map.of("doubled", quote, "none", Dialect.NONE), inherited, "doubled, or none"))
                .orElse(inherited);
        if (quote == Dialect.NONE && escape != Dialect.NONE) {
            section.setting("escape").ifPresent(setting -> setting.wrong("only with a quote: quote is none"));
            return Dialect.NONE;
        }
        return escape;
    }

    private static char character(Setting setting, Map<String, Character> words, char otherwise, String more) {
        String rule = CHARACTER + ", " + more;
        String text = setting.text(rule).orElse("");
        Character word = words.get(text);
        if (word != null) {
            return word;
        }
        boolean single = text.length() == 1 && text.charAt(0) < 128 && (text.charAt(0) >= ' ' || text.equals("\t"));
        if (!single && !text.isEmpty()) {
            setting.wrong(rule);
        }
        return single ? text.charAt(0) : otherwise;
    }

    private static Encoding encoding(Section section, Encoding otherwise) {
        Map<String, Encoding> known = new LinkedHashMap<>();
        for (Encoding encoding : Encoding.values()) {
            known.put(encoding.label(), encoding);
        }
        return section.setting("encoding")
                .map(setting -> setting.choice(known, otherwise))
                .orElse(otherwise);
    }
}
