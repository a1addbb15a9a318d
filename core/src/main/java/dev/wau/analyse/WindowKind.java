package dev.wau.analyse;

/** Which of a report's two metrics is asked; they are named apart because they are different numbers. */
public enum WindowKind {
    /** Windows of the calendar, one after the other: {@code calendar_week}, {@code calendar_month}. */
    CALENDAR,
    /** Windows of a fixed number of days, one ending on each day: {@code rolling_7_days}, {@code rolling_28_days}. */
    ROLLING
}
