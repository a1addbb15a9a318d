package dev.wau.infra.cost;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The prices that an estimate may need, each with the unit that quantities are counted in. */
public enum PriceId {
    S3_STORAGE("GB-month"),
    S3_PUT("request"),
    S3_GET("request"),
    S3_ARCHIVE("GB-month"),
    S3_ARCHIVE_TRANSITION("request"),
    LAMBDA_ARM64("GB-second"),
    LAMBDA_X86_64("GB-second"),
    LAMBDA_REQUESTS("request"),
    SCHEDULER("invocation"),
    SQS("request"),
    GLUE_JOB("DPU-hour"),
    GLUE_FLEX("DPU-hour"),
    GLUE_CRAWLER("DPU-hour"),
    REDSHIFT_COMPUTE("RPU-hour"),
    REDSHIFT_STORAGE("GB-month"),
    ENDPOINT("hour"),
    FLOW_LOGS("GB"),
    SECRET("secret-month"),
    SECRET_CALLS("call"),
    KMS("request"),
    METRICS("metric-month"),
    ALARMS("alarm-metric"),
    DASHBOARD("dashboard"),
    LOGS("GB"),
    LOGS_STORAGE("GB-month"),
    SNS_EMAIL("notification");

    private final String unit;

    PriceId(String unit) {
        this.unit = unit;
    }

    /** As files of prices write it: {@code s3-storage}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What one costs the price: {@code GB-month}. */
    public String unit() {
        return unit;
    }

    static Optional<PriceId> of(String text) {
        return Arrays.stream(values()).filter(id -> id.text().equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(PriceId::text).toList();
    }
}
