package dev.wau.spark;

import dev.wau.analyse.ReportRules;
import dev.wau.catalog.JobPlaces;
import dev.wau.catalog.WarehouseTarget;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigPlace;
import dev.wau.config.Policies;
import dev.wau.config.RedshiftRules;
import dev.wau.config.WauConfig;
import dev.wau.csv.Limits;
import dev.wau.load.RedshiftUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run works with: as {@code wau.yaml} says, where there is one; arguments go before it.
 *
 * @param central the central bucket, as executors reach it too
 * @param warehouse its URL
 */
record JobSetting(
        StorePlace central,
        String warehouse,
        RedshiftRules redshift,
        Policies policies,
        Limits limits,
        ReportRules reports) {

    /**
     * Reads it.
     *
     * @param connectors open {@code wau.yaml}
     * @param places look tables up in the catalog
     * @param environment overrides and secrets, as {@code wau.yaml} knows them
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION, NOT_FOUND, INVALID_ARGUMENT, CATALOG_FAILED
     */
    static JobSetting of(
            JobArguments arguments, Connectors connectors, JobPlaces places, Map<String, String> environment) {
        String central = central(arguments, places);
        JobSetting configured = configured(arguments, connectors, central, environment);
        JobTarget target = arguments.target();
        JobSetting setting =
                (target.place() == null ? configured : configured.into(places.target(target.place()))).told(target);
        setting.requireRedshift();
        setting.requireOneLogin(target);
        return setting;
    }

    /** Into another warehouse the driver alone would read all files; a DuckDB file would go with its machine. */
    private void requireRedshift() {
        if (!RedshiftUrl.is(warehouse)) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot load into " + warehouse.split("[?;]", 2)[0] + " from a cluster: this job loads Redshift, "
                            + JobPlaces.TARGET + " or warehouse in wau.yaml: jdbc:redshift:... ('wau load' loads DuckDB"
                            + " and PostgreSQL)");
        }
    }

    /** As in {@code wau.yaml}; there the mistake is found where it is read. */
    private void requireOneLogin(JobTarget target) {
        if (target.secret() != null && redshift.logsInTwice(warehouse)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid " + Argument.SECRET.text() + ": the warehouse's URL asks IAM for user and password (leave"
                            + " out the secret, or 'iam:' in the URL)");
        }
    }

    private static @Nullable String central(JobArguments arguments, JobPlaces places) {
        return arguments.central() != null || arguments.source() == null
                ? arguments.central()
                : places.central(arguments.source()).toString();
    }

    private static JobSetting configured(
            JobArguments arguments, Connectors connectors, @Nullable String central, Map<String, String> environment) {
        if (arguments.config() == null) {
            return new JobSetting(
                    StorePlace.of(Location.of(Objects.requireNonNull(central))),
                    Objects.requireNonNull(arguments.target().place()),
                    RedshiftRules.DEFAULT,
                    Policies.DEFAULT,
                    Limits.DEFAULT,
                    ReportRules.DEFAULT);
        }
        Map<String, String> overrides = new HashMap<>(environment);
        if (central != null) {
            overrides.put("WAU_CENTRAL", central);
        }
        WauConfig config =
                ConfigPlace.toLoad(arguments.config(), connectors, overrides).get();
        return new JobSetting(
                config.central(),
                config.warehouse(),
                config.redshift(),
                config.policies(),
                config.limits(),
                config.reports());
    }

    private JobSetting told(JobTarget target) {
        return new JobSetting(central, warehouse, target.over(redshift), policies, limits, reports);
    }

    private JobSetting into(WarehouseTarget target) {
        RedshiftRules rules = new RedshiftRules(
                redshift.copyRole(),
                target.secret() == null ? redshift.secret() : target.secret(),
                target.schema() == null ? redshift.schema() : target.schema(),
                redshift.statementTimeout(),
                redshift.copyTimeout());
        return new JobSetting(central, target.url(), rules, policies, limits, reports);
    }
}
