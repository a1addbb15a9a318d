package dev.wau.csv;

/** What a column of a file means to the product. */
public enum Role {
    /** The event's time (or a part of it, where date and time stand in two columns). */
    TIME,
    EVENT,
    USER_ID,
    USER_AGENT,
    UNIQUE_IDENTIFIER,
    /** A cell's word for the customer; never believed, kept as {@code source_customer} where it differs. */
    CUSTOMER,
    /** Personal data that is dropped, whatever it meant: its cells read as empty. */
    DROPPED,
    /** Personal data that is hashed, without another role; a user or identifier that is hashed keeps its role. */
    HASHED,
    /** Any other column. */
    OTHER
}
