package dev.wau.cli.demo;

/** Every key an exported event can have, with its name in the header. A set of them is a bit mask of {@link #bit()}. */
enum Key {
    TIMESTAMP(0, "timestamp"),
    EVENT(1, "event"),
    USER_ID(2, "userId"),
    USER_AGENT(3, "userAgent"),
    CUSTOMER(4, "customer"),
    UNIQUE_IDENTIFIER(5, "unique_identifier"),
    IP_ADDRESS(6, "ipAddress"),
    DOCUMENT_ID(7, "documentId"),
    DOCUMENT_TITLE(8, "documentTitle"),
    CHANGES(9, "changes"),
    COMMENT(10, "comment"),
    QUERY(11, "query"),
    RESULTS(12, "results"),
    METHOD(13, "method"),
    REASON(14, "reason"),
    REPORT_NAME(15, "reportName"),
    FORMAT(16, "format"),
    SETTING(17, "setting"),
    OLD_VALUE(18, "oldValue"),
    NEW_VALUE(19, "newValue"),
    TARGET_USER_ID(20, "targetUserId"),
    ROLE(21, "role"),
    FILE_NAME(22, "fileName"),
    SIZE_BYTES(23, "sizeBytes"),
    INVOICE(24, "invoice"),
    AMOUNT(25, "amount"),
    MODEL(26, "model"),
    PAYLOAD(27, "payload"),
    DURATION_MS(28, "durationMs"),
    SCOPE(29, "scope");

    private static final int FIRST_DETAIL = 7;

    private final int place;
    private final String header;

    Key(int place, String header) {
        this.place = place;
        this.header = header;
    }

    /** Its name in the exporter's header. */
    String header() {
        return header;
    }

    /** Its place in a set of keys. */
    long bit() {
        return 1L << place;
    }

    /** Whether it is a detail, not one of those that the exporter adds to every event. */
    boolean detail() {
        return place >= FIRST_DETAIL;
    }

    /** Whether it is one of these. */
    boolean in(long keys) {
        return (keys & bit()) != 0;
    }

    /** The set of these. */
    static long set(Key... keys) {
        long set = 0;
        for (Key key : keys) {
            set |= key.bit();
        }
        return set;
    }
}
