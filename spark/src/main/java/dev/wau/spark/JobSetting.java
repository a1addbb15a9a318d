package dev.wau.spark;

import dev.wau.analyse.ReportRules;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigPlace;
import dev.wau.config.Policies;
import dev.wau.config.WauConfig;
import dev.wau.csv.Limits;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a run works with: as {@code wau.yaml} says, where there is one; arguments go before it.
 *
 * @param central the central bucket, as executors reach it too
 * @param warehouse its URL
 */
record JobSetting(StorePlace central, String warehouse, Policies policies, Limits limits, ReportRules reports) {

    /**
     * Reads it.
     *
     * @param connectors open {@code wau.yaml}
     * @param environment overrides and secrets, as {@code wau.yaml} knows them
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION, NOT_FOUND, INVALID_ARGUMENT
     */
    static JobSetting of(JobArguments arguments, Connectors connectors, Map<String, String> environment) {
        if (arguments.config() == null) {
            return new JobSetting(
                    StorePlace.of(Location.of(Objects.requireNonNull(arguments.central()))),
                    Objects.requireNonNull(arguments.warehouse()),
                    Policies.DEFAULT,
                    Limits.DEFAULT,
                    ReportRules.DEFAULT);
        }
        Map<String, String> overrides = new HashMap<>(environment);
        if (arguments.central() != null) {
            overrides.put("WAU_CENTRAL", arguments.central());
        }
        WauConfig config =
                ConfigPlace.of(arguments.config(), connectors, overrides).get();
        return new JobSetting(
                config.central(),
                arguments.warehouse() == null ? config.warehouse() : arguments.warehouse(),
                config.policies(),
                config.limits(),
                config.reports());
    }
}
