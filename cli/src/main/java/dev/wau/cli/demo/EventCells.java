package dev.wau.cli.demo;

/** What one file writes for a key of an event. Not thread-safe. */
final class EventCells {
    private static final String[] METHODS = {"password", "sso", "passkey"};
    private static final String[] REASONS = {"wrong password", "expired, reset needed", "unknown device"};
    private static final String[] FORMATS = {"pdf", "xlsx", "csv"};
    private static final String[] SETTINGS = {"language", "retention.days", "sso.required"};
    private static final String[] ROLES = {"viewer", "editor", "admin"};
    private static final String[] CRM_CUSTOMERS = {"Soylent Corp", "Tyrell, Inc.", "Cyberdyne"};
    private static final String[] MODELS = {"small", "large"};

    private final TimeCells times;
    private final boolean unicode;

    EventCells(ExportFormat format) {
        this.times = format.times();
        this.unicode = format.unicode();
    }

    /** A detail's value, or the exporter's own for a key of every event. */
    String of(Key key, DemoEvent event) {
        Dice dice = event.dice().at(key.bit());
        return switch (key) {
            case TIMESTAMP -> event.shadowsTime() ? event.second() + "000" : times.of(event.second());
            case EVENT -> event.type().event();
            case USER_ID -> event.user() == null ? "" : event.user().id();
            case USER_AGENT ->
                event.user() == null ? "" : Texts.agent(event.user().habits().at(3 + dice.below(2)));
            case CUSTOMER -> dice.of(CRM_CUSTOMERS);
            case UNIQUE_IDENTIFIER -> "INV-" + (1_000 + dice.below(9_000));
            case IP_ADDRESS -> "203.0.113." + dice.below(256);
            case DOCUMENT_ID, INVOICE -> "d" + (10_000 + dice.below(5_000));
            case DOCUMENT_TITLE -> Texts.title(dice, !unicode);
            case CHANGES -> Texts.changes(dice);
            case COMMENT -> Texts.comment(dice);
            case QUERY -> Texts.query(dice);
            case PAYLOAD -> "{\"id\":" + dice.below(100_000) + ",\"tags\":[\"x\",\"y, z\"]}";
            default -> small(key, dice);
        };
    }

    private static String small(Key key, Dice dice) {
        return switch (key) {
            case METHOD -> dice.of(METHODS);
            case REASON -> dice.of(REASONS);
            case FORMAT -> dice.of(FORMATS);
            case SETTING -> dice.of(SETTINGS);
            case ROLE, SCOPE -> dice.of(ROLES);
            case MODEL -> dice.of(MODELS);
            case REPORT_NAME -> "Usage by team, " + (1 + dice.below(12)) + "/2025";
            case FILE_NAME -> "scan (" + dice.below(40) + ").pdf";
            case TARGET_USER_ID -> "u" + (1_001 + dice.below(300));
            case AMOUNT -> dice.below(900) + ".50";
            default -> Integer.toString(dice.below(9_000));
        };
    }
}
