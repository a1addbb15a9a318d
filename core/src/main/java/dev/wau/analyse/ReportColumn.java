package dev.wau.analyse;

/**
 * A column of a {@link ReportTable}.
 *
 * @param name its stable snake_case name: the JSON field and the CSV header
 * @param heading for people
 * @param type what its values are
 * @param place where it is shown
 */
public record ReportColumn(String name, String heading, ColumnType type, Place place) {

    /** To which side values stand. */
    public enum Alignment {
        LEFT,
        RIGHT
    }

    /** Where a column is shown. */
    public enum Place {
        /** Everywhere. */
        EVERYWHERE,
        /** In JSON and CSV; a table for people leaves it out. */
        DATA_ONLY
    }

    /** To which side its values stand. */
    public Alignment alignment() {
        return type.alignment();
    }
}
