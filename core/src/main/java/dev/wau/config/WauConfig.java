package dev.wau.config;

import dev.wau.analyse.ReportRules;
import dev.wau.csv.Limits;
import dev.wau.store.StorePlace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of {@code wau.yaml}, checked, with paths made absolute (relative ones stand from the file's folder).
 *
 * @param file where it was read
 * @param central where the central bucket is
 * @param warehouse its JDBC URL; a DuckDB path in it is absolute
 * @param glue what AWS Glue is used for
 * @param redshift what a warehouse that is one is opened with
 * @param policies choices
 * @param limits bounds of the reader
 * @param reports what reports go by: calendar and active events
 * @param customers in the file's order; at least one
 */
public record WauConfig(
        Path file,
        StorePlace central,
        String warehouse,
        GlueRules glue,
        RedshiftRules redshift,
        Policies policies,
        Limits limits,
        ReportRules reports,
        List<CustomerConfig> customers) {

    public WauConfig {
        customers = List.copyOf(customers);
    }

    /** The load job's name on AWS Glue; null where none is named. */
    public @Nullable String glueJob() {
        return glue.job();
    }
}
