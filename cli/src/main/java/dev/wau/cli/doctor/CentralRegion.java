package dev.wau.cli.doctor;

import dev.wau.load.RedshiftUrl;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The region that the central bucket must be in: Redshift's, whose COPY reads from no other unless it is told.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-source-s3.html">AWS: COPY from S3,
 *     REGION</a>
 */
final class CentralRegion {

    private static final Pattern HOST =
            Pattern.compile(".+\\.([a-z0-9-]+)\\.redshift(-serverless)?\\.amazonaws\\.com(\\.cn)?");

    private CentralRegion() {}

    /** By the warehouse's URL; null: any, or the URL doesn't tell. */
    static @Nullable String wanted(String warehouse) {
        return RedshiftUrl.of(warehouse)
                .flatMap(url -> url.option("Region").or(() -> {
                    Matcher host = HOST.matcher(url.host());
                    return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
                }))
                .orElse(null);
    }
}
