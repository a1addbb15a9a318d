package dev.wau.aggregate;

import dev.wau.aggregate.CentralColumns.Column;
import dev.wau.aggregate.CentralColumns.Content;
import dev.wau.csv.AuditLogRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a record's cells are written: as few steps as can be, for a time that is written already as the central bucket has
 * it and an identifier that is there are cells like their neighbours.
 */
final class CentralSteps {

    /** Cells of neighbouring columns that are copied, the last included; or one cell that is made. */
    record Step(Content content, int first, int last) {

        private boolean goesOnWith(Step next) {
            return content == Content.CELL && next.content == Content.CELL && next.first == last + 1;
        }
    }

    private static final int TIME_STANDS = 1;
    private static final int IDENTIFIER_STANDS = 2;

    private final int time;
    private final int identifier;
    private final Step[][] steps = new Step[4][];

    CentralSteps(List<Column> columns) {
        this.time = source(columns, Content.TIME);
        this.identifier = source(columns, Content.IDENTIFIER);
        for (int standing = 0; standing < steps.length; standing++) {
            steps[standing] = steps(columns, standing);
        }
    }

    /**
     * The steps for this record.
     *
     * @param text of its time as it must be written
     */
    Step[] of(AuditLogRecord record, byte[] text, int length) {
        int standing = 0;
        if (holds(record, time, text, length)) {
            standing |= TIME_STANDS;
        }
        if (identifier != CentralColumns.NONE && record.length(identifier) > 0) {
            standing |= IDENTIFIER_STANDS;
        }
        return steps[standing];
    }

    private static boolean holds(AuditLogRecord record, int column, byte[] text, int length) {
        int start = record.start(column);
        return record.length(column) == length
                && Arrays.equals(record.bytes(column), start, start + length, text, 0, length);
    }

    private static int source(List<Column> columns, Content content) {
        return columns.stream()
                .filter(column -> column.content() == content)
                .mapToInt(Column::source)
                .findFirst()
                .orElseThrow();
    }

    private static Step[] steps(List<Column> columns, int standing) {
        List<Step> steps = new ArrayList<>();
        for (Column column : columns) {
            Step step = new Step(content(column, standing), column.source(), column.source());
            int before = steps.size() - 1;
            if (before >= 0 && steps.get(before).goesOnWith(step)) {
                steps.set(before, new Step(Content.CELL, steps.get(before).first, step.last));
            } else {
                steps.add(step);
            }
        }
        return steps.toArray(Step[]::new);
    }

    private static Content content(Column column, int standing) {
        return switch (column.content()) {
            case TIME -> (standing & TIME_STANDS) != 0 ? Content.CELL : Content.TIME;
            case IDENTIFIER -> (standing & IDENTIFIER_STANDS) != 0 ? Content.CELL : Content.IDENTIFIER;
            case CELL, CUSTOMER -> column.content();
        };
    }
}
