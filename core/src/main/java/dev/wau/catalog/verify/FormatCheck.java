package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.TableFormat;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares how the table over {@code csv/} is said to be read with how its files must be. What others add (a crawler's
 * {@code serialization.format}) changes nothing of that.
 */
final class FormatCheck {

    private final CatalogTable table;
    private final FindingSink sink;

    FormatCheck(CatalogTable table, FindingSink sink) {
        this.table = table;
        this.sink = sink;
    }

    void run() {
        TableFormat format = table.format();
        if (format == null) {
            differs("the catalog doesn't say by what its files are read");
        } else if (format.reader().equals(TableFormat.LAZY_READER)) {
            sink.differs(
                    Kind.FORMAT_DIFFERS,
                    "it is read by LazySimpleSerDe, which cuts cells at commas inside of quotes too",
                    FindingSink.CRAWL + ", and let the crawler only add columns");
        } else {
            word("input", format.input(), TableFormat.CSV.input());
            word("output", format.output(), TableFormat.CSV.output());
            word("reader", format.reader(), TableFormat.CSV.reader());
            new TreeMap<>(TableFormat.CSV.settings())
                    .forEach((name, value) -> word(name, format.settings().getOrDefault(name, ""), value));
        }
        parameters(table.parameters());
    }

    private void parameters(Map<String, String> parameters) {
        if (!parameters.getOrDefault("skip.header.line.count", "0").equals("1")) {
            differs("skip.header.line.count isn't 1: each file's header would be a record");
        }
        word("delimiter", parameters.getOrDefault("delimiter", ","), ",");
    }

    private void word(String what, String said, String right) {
        if (!said.equals(right)) {
            differs("its " + what + " is " + quoted(said) + ", it must be " + quoted(right));
        }
    }

    private void differs(String message) {
        sink.differs(Kind.FORMAT_DIFFERS, message, FindingSink.CRAWL);
    }

    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars()
                .forEach(one -> shown.append(
                        Character.isISOControl(one)
                                ? String.format(Locale.ROOT, "\\u%04x", one)
                                : Character.toString(one)));
        return text.isEmpty() ? "not said" : "'" + shown + "'";
    }
}
