package dev.wau.infra.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Round prices of us-east-1, with which one can calculate by hand. */
public final class TestingPrices {

    private TestingPrices() {}

    private static String usd(PriceId id) {
        return switch (id) {
            case S3_STORAGE -> "0.02";
            case S3_PUT, SECRET_CALLS, LAMBDA_ARM64 -> "0.00001";
            case S3_GET, SCHEDULER -> "0.000001";
            case S3_ARCHIVE -> "0.004";
            case S3_ARCHIVE_TRANSITION, LAMBDA_X86_64, SNS_EMAIL -> "0.00002";
            case LAMBDA_REQUESTS -> "0.0000002";
            case SQS -> "4e-7";
            case GLUE_JOB, REDSHIFT_COMPUTE, SECRET -> "0.4";
            case GLUE_FLEX, METRICS -> "0.3";
            case GLUE_CRAWLER, LOGS -> "0.5";
            case REDSHIFT_STORAGE -> "0.025";
            case ENDPOINT -> "0.01";
            case FLOW_LOGS -> "0.25";
            case KMS -> "0.000003";
            case ALARMS -> "0.1";
            case DASHBOARD -> "3";
            case LOGS_STORAGE -> "0.03";
        };
    }

    /** A file with all of them. */
    public static Path write(Path folder) {
        return write(
                folder,
                Arrays.stream(PriceId.values()).map(TestingPrices::entry).collect(Collectors.joining(",\n")));
    }

    /** A file with all but one. */
    public static Path writeWithout(Path folder, String id) {
        return write(
                folder,
                Arrays.stream(PriceId.values())
                        .filter(price -> !price.text().equals(id))
                        .map(TestingPrices::entry)
                        .collect(Collectors.joining(",\n")));
    }

    /** A file with these entries. */
    static Path write(Path folder, String entries) {
        try {
            return Files.writeString(
                    folder.resolve("round.json"), "{\"currency\": \"USD\", \"prices\": [\n" + entries + "\n]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String entry(PriceId id) {
        return "{\"id\": \"" + id.text() + "\", \"service\": \"AWS\", \"unit\": \"" + id.unit() + "\", \"usd\": "
                + usd(id)
                + ", \"regions\": [\"us-east-1\"], \"date\": \"2026-11-23\", \"page\": \"https://aws.amazon.com/pricing/\","
                + " \"from\": \"a test\"}";
    }
}
