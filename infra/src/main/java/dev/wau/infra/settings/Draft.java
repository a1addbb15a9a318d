package dev.wau.infra.settings;

import dev.wau.config.WauConfig;
import dev.wau.config.yaml.Section;

/**
 * What {@code infra.yaml} says of an environment, before {@code wau.yaml} is read.
 *
 * @param section where it says so
 */
record Draft(Names names, Settings settings, Section section) {

    Deployment with(WauConfig wau) {
        return new Deployment(names, settings, wau);
    }
}
