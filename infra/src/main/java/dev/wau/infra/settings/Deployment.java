package dev.wau.infra.settings;

import dev.wau.config.WauConfig;
import java.util.List;

/**
 * One environment: what is to stand in one account and region.
 *
 * @param names what it is called
 * @param wau {@code wau.yaml} as the functions and the job will read it
 */
public record Deployment(Names names, Settings settings, WauConfig wau) {

    /** The customers whose accounts may do this. */
    public List<CustomerAccess> customers(CustomerAccess.Kind kind) {
        return settings.customers().values().stream()
                .filter(customer -> customer.may(kind))
                .toList();
    }
}
