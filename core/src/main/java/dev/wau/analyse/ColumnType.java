package dev.wau.analyse;

import dev.wau.analyse.ReportColumn.Alignment;

/** What a column's values are; any may be null, which is shown as an empty cell and JSON {@code null}. */
public enum ColumnType {
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

    ColumnType(Alignment alignment) {
        this.alignment = alignment;
    }

    /** To which side its values stand. */
    public Alignment alignment() {
        return alignment;
    }
}
