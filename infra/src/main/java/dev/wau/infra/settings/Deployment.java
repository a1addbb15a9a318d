package dev.wau.infra.settings;

import dev.wau.config.WauConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** How Redshift names the secret that it keeps the administrator's password in. */
    public String secretName() {
        return "redshift!" + names.namespace() + "-" + settings.warehouse().admin();
    }

    /** What a command is told, by variables, so that {@code wau.yaml} is read as this environment's. */
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(WauYaml.variables(names, settings));
        variables.put("WAU_GLUE_JOB", names.job());
        variables.put("WAU_GLUE_DATABASE", names.catalog());
        variables.put("WAU_GLUE_CONNECTION", names.connection());
        return variables;
    }
}
