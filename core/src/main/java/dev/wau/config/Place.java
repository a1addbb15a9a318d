package dev.wau.config;

import dev.wau.config.yaml.Keys;
import java.util.List;

/** The kinds of section in {@code wau.yaml}, each with the keys it knows. */
enum Place implements Keys {
    ROOT(
            "the file",
            "central",
            "warehouse",
            "aws",
            "glue",
            "redshift",
            "policies",
            "limits",
            "personal-data",
            "active-events",
            "reports",
            "defaults",
            "customers"),
    AWS("aws", "region", "endpoint", "encryption", "kms-key"),
    GLUE("glue", "job", "database", "table-prefix", "connection"),
    REDSHIFT("redshift", "copy-role", "secret", "schema", "statement-timeout", "copy-timeout"),
    POLICIES("policies", "missing-customers", "same-key", "duplicates", "columns", "max-columns", "max-reject-ratio"),
    LIMITS(
            "limits",
            "max-field-bytes",
            "max-record-bytes",
            "max-header-columns",
            "max-inflated-bytes",
            "max-inflation-ratio",
            "max-raw-reject-bytes"),
    PERSONAL_DATA("personal-data", "drop", "hash", "key"),
    ACTIVE_EVENTS("active-events", "include", "exclude"),
    DEFAULTS("defaults", "files", "logs", "dialect", "columns", "time"),
    CUSTOMER("customers.NAME", "source", "aws", "files", "logs", "dialect", "columns", "time", "personal-data"),
    CUSTOMER_AWS("customers.NAME.aws", "region", "endpoint", "role", "external-id"),
    LOGS("logs", "stream-prefix", "window", "late", "since"),
    CUSTOMER_PERSONAL_DATA("customers.NAME.personal-data", "drop", "hash"),
    DIALECT("dialect", "delimiter", "quote", "escape", "encoding", "preamble-lines", "header"),
    HEADER("dialect.header", "given", "replaced"),
    COLUMNS("columns", "timestamp", "event", "user_id", "user_agent", "unique_identifier"),
    TIME("time", "format", "zone", "ambiguous", "excess-precision"),
    REPORTS("reports", "zone", "week-start");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes immutable lists
    private final List<String> keys;

    Place(String label, String... keys) {
        this.label = label;
        this.keys = List.of(keys);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> names() {
        return keys;
    }

    @Override
    public List<? extends Keys> kinds() {
        return List.of(values());
    }
}
