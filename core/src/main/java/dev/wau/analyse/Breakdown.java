package dev.wau.analyse;

/** Whether a report of active users also shows each customer alone. */
public enum Breakdown {
    /** One row a window: all customers, or the asked one. */
    TOTAL,
    /** After the rows of all customers ({@code (all)}), the rows of each customer. */
    BY_CUSTOMER
}
