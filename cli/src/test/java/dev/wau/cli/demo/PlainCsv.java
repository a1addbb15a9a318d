package dev.wau.cli.demo;

import dev.wau.model.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV reader of the tests' own, written from the product's rules and sharing no code with its reader: slow, simple,
 * over the whole file as text with one character a byte.
 */
final class PlainCsv {
    private final String text;
    private final char delimiter;
    private int at;

    PlainCsv(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** Every record: its cells, or why it has none. */
    void forEach(BiConsumer<List<String>, @Nullable RejectReason> each) {
        int columns = -1;
        while (at < text.length()) {
            int start = at;
            try {
                List<String> cells = record();
                columns = columns < 0 ? cells.size() : columns;
                boolean cut = at == text.length() && text.charAt(at - 1) != '\n' && cells.size() != columns;
                each.accept(cells, cut ? RejectReason.TRUNCATED_FILE : null);
            } catch (BadQuote bad) {
                each.accept(List.of(text.substring(start, bad.opened)), bad.reason);
                at = text.indexOf('\n', bad.opened) + 1;
                if (at == 0) {
                    return;
                }
            }
        }
    }

    private List<String> record() throws BadQuote {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at == text.length()) {
                return cells;
            }
            if (text.charAt(at++) == '\n') {
                return cells;
            }
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != delimiter && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws BadQuote {
        int opened = at++;
        StringBuilder cell = new StringBuilder();
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                throw new BadQuote(RejectReason.UNTERMINATED_QUOTE, opened);
            }
            cell.append(text, at, quote);
            at = quote + 1;
            if (at == text.length() || text.charAt(at) == delimiter || text.charAt(at) == '\n') {
                return cell.toString();
            }
            if (text.charAt(at) != '"') {
                throw new BadQuote(RejectReason.TEXT_AFTER_QUOTE, opened);
            }
            cell.append('"');
            at++;
        }
    }

    private static final class BadQuote extends Exception {
        private static final long serialVersionUID = 1;
        private final RejectReason reason;
        private final int opened;

        BadQuote(RejectReason reason, int opened) {
            this.reason = reason;
            this.opened = opened;
        }
    }
}
