package dev.wau.infra.settings;

import dev.wau.config.yaml.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The kinds of section in {@code infra.yaml}, each with the keys it knows. */
enum InfraPlace implements Keys {
    STORAGE(
            "storage",
            "bucket",
            "kms-key",
            "staging-days",
            "old-version-days",
            "archive-csv-days",
            "landing-days",
            "access-log-days"),
    NETWORK("network", "vpc", "subnets", "route-tables", "cidr", "availability-zones", "endpoints", "warehouse-access"),
    WAREHOUSE(
            "warehouse",
            "namespace",
            "workgroup",
            "database",
            "schema",
            "admin",
            "base-capacity",
            "max-capacity",
            "daily-rpu-hours",
            "limit-action"),
    CATALOG("catalog", "database", "table-prefix", "crawler-schedule", "on-change", "on-delete"),
    JOB(
            "job",
            "glue-version",
            "worker-type",
            "workers",
            "auto-scaling",
            "insights",
            "metrics",
            "continuous-logging",
            "bookmark",
            "flex",
            "retries",
            "timeout-minutes",
            "connection",
            "arguments"),
    AGGREGATE(
            "aggregate",
            "schedule",
            "zone",
            "memory",
            "architecture",
            "snap-start",
            "customers-per-part",
            "recursive-loop",
            "secrets"),
    TRIGGER("trigger", "markers", "memory", "snap-start"),
    WATCH("watch", "emails", "marker-within-hours", "rejected-share", "silent-days", "log-days", "dashboard"),
    CUSTOMER("customers.NAME", "account", "access"),
    ENVIRONMENT("environments.NAME", own("account", "region", "config", "removal", "termination-protection")),
    ROOT("the file", own("config", "name", "removal", "termination-protection", "environments"));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes immutable lists
    private final List<String> keys;

    InfraPlace(String label, String... keys) {
        this.label = label;
        this.keys = List.of(keys);
    }

    /** The keys of a level, then the sections that stand on both levels. */
    private static String[] own(String... keys) {
        List<String> all = new ArrayList<>(Arrays.asList(keys));
        all.addAll(List.of(
                "tags",
                "storage",
                "network",
                "warehouse",
                "catalog",
                "job",
                "aggregate",
                "trigger",
                "watch",
                "customers"));
        return all.toArray(String[]::new);
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
