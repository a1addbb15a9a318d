package dev.wau.aws.logs;

import dev.wau.analyse.ReportRules;
import dev.wau.collect.SourcePlace;
import dev.wau.config.CustomerConfig;
import dev.wau.config.GlueRules;
import dev.wau.config.Policies;
import dev.wau.config.RedshiftRules;
import dev.wau.config.WauConfig;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.RowIdentity;
import dev.wau.csv.time.TimeFormats;
import dev.wau.csv.time.TimeFormats.Ambiguous;
import dev.wau.csv.time.TimeFormats.Excess;
import dev.wau.load.ColumnPolicy;
import dev.wau.model.Customer;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** What {@code wau.yaml} says where it names nothing but the customers. */
final class TestingConfig {

    private TestingConfig() {}

    static WauConfig of(List<String> customers, Policies.MissingCustomers missing) {
        Policies policies = new Policies(
                missing, Policies.SameKey.SUPERSEDE, RowIdentity.FINGERPRINT, ColumnPolicy.EVOLVE, 200, 0.5);
        return new WauConfig(
                Path.of("wau.yaml"),
                StorePlace.of(Location.of("s3://central")),
                "jdbc:duckdb:",
                GlueRules.NONE,
                RedshiftRules.DEFAULT,
                policies,
                Limits.DEFAULT,
                ReportRules.DEFAULT,
                customers.stream().map(TestingConfig::customer).toList());
    }

    private static CustomerConfig customer(String name) {
        return new CustomerConfig(
                new Customer(name),
                SourcePlace.of(Location.of("cloudwatch:/" + name), "*"),
                Dialect.STANDARD,
                ColumnRoles.STANDARD,
                TimeFormats.of("exporter", ZoneOffset.UTC, Ambiguous.EARLIER, Excess.REJECT),
                new PersonalData(Set.of("ip_address"), Set.of(), ""));
    }
}
