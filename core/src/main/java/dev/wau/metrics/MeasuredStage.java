package dev.wau.metrics;

/** Whose numbers they are: the dimension {@code Stage}. */
public enum MeasuredStage {
    /** Files come to the central bucket. */
    AGGREGATE("aggregate"),
    /** Rows come to the warehouse. */
    LOAD("load");

    private final String text;

    MeasuredStage(String text) {
        this.text = text;
    }

    /** The dimension's value. */
    public String text() {
        return text;
    }
}
