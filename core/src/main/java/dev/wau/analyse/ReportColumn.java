package dev.wau.analyse;

/**
 * A column of a {@link ReportTable}.
 *
 * @param name its stable snake_case name: the JSON field and the CSV header
 * @param heading for people
 * @param type what its values are
 * @param place where it is shown
 */
public record ReportColumn(String name, String heading, Type type, Place place) {

    /** What a column's values are; any may be null, which is shown as an empty cell and JSON {@code null}. */
    public enum Type {
        /** {@link java.time.LocalDate}. */
        DATE(Alignment.LEFT),
        /** {@link java.time.OffsetDateTime} in the asked zone. */
        TIME(Alignment.LEFT),
        /** {@link String}. */
        TEXT(Alignment.LEFT),
        /** {@link Long}. */
        COUNT(Alignment.RIGHT),
        /** {@link Double} with one decimal. */
        DECIMAL(Alignment.RIGHT),
        /** {@link Double} with one decimal: 21.3 is 21.3 %. */
        PERCENT(Alignment.RIGHT),
        /** {@link Double} with one decimal, to be shown with its sign: 4.0 is +4.0 %. */
        CHANGE(Alignment.RIGHT);

        private final Alignment alignment;

        Type(Alignment alignment) {
            this.alignment = alignment;
        }

        /** To which side its values stand. */
        public Alignment alignment() {
            return alignment;
        }
    }

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
