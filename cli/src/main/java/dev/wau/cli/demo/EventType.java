package dev.wau.cli.demo;

/** The events of the demo's product, how often they come, and which details they carry. */
enum EventType {
    DOCUMENT_VIEWED("document.viewed", 400, 0, Key.DOCUMENT_ID),
    DOCUMENT_UPDATED("document.updated", 130, 0, Key.DOCUMENT_ID, Key.CHANGES),
    DOCUMENT_CREATED("document.created", 50, 0, Key.DOCUMENT_ID, Key.DOCUMENT_TITLE),
    DOCUMENT_SHARED("document.shared", 25, 0, Key.DOCUMENT_ID, Key.TARGET_USER_ID),
    COMMENT_ADDED("comment.added", 60, 0, Key.DOCUMENT_ID, Key.COMMENT),
    SEARCH_PERFORMED("search.performed", 120, 0, Key.QUERY, Key.RESULTS),
    LOGIN("user.login", 60, 0, Key.METHOD),
    LOGIN_FAILED("user.login_failed", 10, 0, Key.METHOD, Key.REASON),
    LOGOUT("user.logout", 40, 0),
    REPORT_EXPORTED("report.exported", 12, 0, Key.REPORT_NAME, Key.FORMAT),
    FILE_UPLOADED("file.uploaded", 20, 0, Key.FILE_NAME, Key.SIZE_BYTES),
    SETTINGS_CHANGED("settings.changed", 4, 0, Key.SETTING, Key.OLD_VALUE, Key.NEW_VALUE),
    MEMBER_INVITED("member.invited", 3, 0, Key.TARGET_USER_ID, Key.ROLE),
    SUMMARY_REQUESTED("summary.requested", 35, 15, Key.DOCUMENT_ID, Key.MODEL),
    TOKEN_CREATED("token.created", 1, 6, Key.SCOPE),
    /** Its details say which customer of the CRM it was, under the key {@code customer}. */
    CRM_SYNCED("crm.synced", 1, 0, Key.CUSTOMER, Key.RESULTS),
    /** Its details hold the invoice's own number under the key {@code unique_identifier}. */
    INVOICE_IMPORTED("invoice.imported", 1, 0, Key.UNIQUE_IDENTIFIER, Key.INVOICE, Key.AMOUNT),
    /** Rarely, its details hold the sender's clock under the key {@code timestamp}. */
    WEBHOOK_RECEIVED("webhook.received", 2, 0, Key.PAYLOAD),
    /** By nobody: events without a user. */
    BACKUP_COMPLETED("backup.completed", 0, 0, Key.DURATION_MS, Key.SIZE_BYTES);

    private static final int TOTAL_WEIGHT;

    static {
        int total = 0;
        for (EventType type : values()) {
            total += type.weight;
        }
        TOTAL_WEIGHT = total;
    }

    private final String event;
    private final int weight;
    private final int firstWeek;
    private final long keys;

    EventType(String event, int weight, int firstWeek, Key... keys) {
        this.event = event;
        this.weight = weight;
        this.firstWeek = firstWeek;
        this.keys = Key.set(keys);
    }

    /** Its name in the log. */
    String event() {
        return event;
    }

    /** The keys of its details; one of the exporter's own among them shadows it. */
    long keys() {
        return keys;
    }

    /** What a user does next, in this week of the calendar. */
    static EventType any(Dice dice, int week) {
        int left = dice.below(TOTAL_WEIGHT);
        for (EventType type : values()) {
            left -= type.weight;
            if (left < 0) {
                return week < type.firstWeek ? DOCUMENT_VIEWED : type;
            }
        }
        throw new AssertionError("weights don't add up");
    }
}
