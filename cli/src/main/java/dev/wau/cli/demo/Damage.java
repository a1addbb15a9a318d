package dev.wau.cli.demo;

import dev.wau.model.RejectReason;
import java.nio.charset.StandardCharsets;

/** Ways an export goes wrong: one record that can't be loaded, for each reason an exporter can give. */
final class Damage {
    private static final int TOO_LONG = (1 << 20) + 60_000;

    private Damage() {}

    /** Whether the damaged record must be the file's last one. */
    static boolean endsFile(RejectReason reason) {
        return reason == RejectReason.TRUNCATED_FILE || reason == RejectReason.UNTERMINATED_QUOTE;
    }

    /** Writes one record that is bad for this reason, and for it alone. */
    static void write(RejectReason reason, DemoEvent event, Columns columns, CsvBytes out) {
        EventCells cells = new EventCells(columns.format());
        for (int i = 0; i < columns.count(); i++) {
            if (reason == RejectReason.TRUNCATED_FILE && i == columns.count() - 1) {
                out.cutRecord();
                return;
            }
            Key key = columns.key(i);
            if (key == damaged(reason)) {
                out.raw(cell(reason, columns.format()));
                if (reason == RejectReason.UNTERMINATED_QUOTE) {
                    break;
                }
            } else {
                out.cell(key.in(event.keys()) ? cells.of(key, event) : "");
            }
        }
        if (reason == RejectReason.WRONG_FIELD_COUNT) {
            out.cell("one cell too many");
        }
        out.endRecord();
    }

    private static Key damaged(RejectReason reason) {
        return reason == RejectReason.BAD_TIME || reason == RejectReason.MISSING_TIME ? Key.TIMESTAMP : Key.EVENT;
    }

    private static byte[] cell(RejectReason reason, ExportFormat format) {
        String text = switch (reason) {
            // In the one zone clocks went forward over this hour; in the other there is no such month.
            case BAD_TIME -> format.unicode() ? "2025-13-01 08:00:00" : "30.03.2025 02:30:00";
            case MISSING_TIME, MISSING_EVENT -> "";
            case INVALID_UTF8 -> "caf\u00e9.opened";
            case NUL_CHARACTER -> "backup\0completed";
            case TEXT_AFTER_QUOTE -> "\"backup\".completed";
            case UNTERMINATED_QUOTE -> "\"backup.completed";
            case FIELD_TOO_LONG -> "\"" + "stack trace ".repeat(TOO_LONG / 12) + "\"";
            case WRONG_FIELD_COUNT, TRUNCATED_FILE -> "backup.completed";
        };
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
