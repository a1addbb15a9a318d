package dev.wau.config;

import dev.wau.analyse.ReportRules;
import dev.wau.csv.Limits;
import java.nio.file.Path;
import java.util.List;

/**
 * All of {@code wau.yaml}, checked, with paths made absolute (relative ones stand from the file's folder).
 *
 * @param file where it was read
 * @param central the central bucket's folder
 * @param warehouse its JDBC URL; a DuckDB path in it is absolute
 * @param policies choices
 * @param limits bounds of the reader
 * @param reports what reports go by: calendar and active events
 * @param customers in the file's order; at least one
 */
public record WauConfig(
        Path file,
        Path central,
        String warehouse,
        Policies policies,
        Limits limits,
        ReportRules reports,
        List<CustomerConfig> customers) {

    public WauConfig {
        customers = List.copyOf(customers);
    }
}
