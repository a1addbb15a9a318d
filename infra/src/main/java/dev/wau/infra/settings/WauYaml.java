package dev.wau.infra.settings;

import dev.wau.collect.SourcePlace;
import dev.wau.config.ConfigReader;
import dev.wau.config.CustomerConfig;
import dev.wau.config.WauConfig;
import dev.wau.config.yaml.Nearest;
import dev.wau.config.yaml.Problems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The {@code wau.yaml} of an environment: as the functions and the job will read it, and whether it fits. */
final class WauYaml {

    /** Longer than any key of hashes must be. What it stands for is known to the functions alone. */
    private static final String KNOWN_LATER = "known to the function alone";

    private final Draft draft;
    private final Path infra;
    private final Problems problems;

    WauYaml(Draft draft, Path infra, Problems problems) {
        this.draft = draft;
        this.infra = infra;
        this.problems = problems;
    }

    /**
     * Reads it as it will be read: the central bucket and the warehouse are this environment's.
     *
     * @param variables that it may refer to; those that are secrets of the function count as set
     */
    Deployment read(Map<String, String> variables) {
        Deployment deployment = readPlanned(variables);
        deployment
                .wau()
                .customers()
                .forEach(customer -> checkSource(customer, deployment.wau().file()));
        return deployment;
    }

    /** The same where sources may yet be folders: who the customers are is known, where their files will be isn't. */
    Deployment readPlanned(Map<String, String> variables) {
        WauConfig config = config(variables);
        checkAccess(config);
        config.customers().stream()
                .filter(customer -> !customer.source().location().isFolder())
                .forEach(this::checkDelivery);
        checkSchema(config);
        checkPrefix(config);
        return draft.with(config);
    }

    private WauConfig config(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(variables(draft.names(), draft.settings()));
        Path file = infra.toAbsolutePath().resolveSibling(draft.settings().config());
        return ConfigReader.read(file.normalize(), all);
    }

    /** Central bucket and warehouse of the environment; what the functions alone know counts as set. */
    static Map<String, String> variables(Names names, Settings settings) {
        Map<String, String> variables = new HashMap<>();
        settings.aggregate().secrets().keySet().forEach(name -> variables.put(name, KNOWN_LATER));
        variables.put("WAU_CENTRAL", "s3://" + names.bucket());
        variables.put("WAU_WAREHOUSE", names.warehouseUrl());
        return variables;
    }

    private void checkSource(CustomerConfig customer, Path file) {
        SourcePlace source = customer.source();
        String name = customer.customer().name();
        if (source.location().isFolder()) {
            problem("a function can't read the folder " + source.location() + " of customer '" + name + "' (in " + file
                    + ": source: s3://..., or cloudwatch:LOG-GROUP; what a customer delivers to us is at s3://"
                    + draft.names().landingBucket() + "/" + name + "; 'wau infra cost' needs no sources in AWS)");
        }
    }

    /** Access is for customers that are there. */
    private void checkAccess(WauConfig config) {
        List<String> names = config.customers().stream()
                .map(customer -> customer.customer().name())
                .toList();
        for (CustomerAccess access : draft.settings().customers().values()) {
            if (!names.contains(access.name())) {
                problem("no customer '" + access.name() + "' in " + config.file()
                        + Nearest.of(access.name(), names)
                                .map(near -> " (did you mean '" + near + "'?)")
                                .orElse(""));
            }
        }
    }

    /** What a customer delivers is what is read of it, and nobody else's. */
    private void checkDelivery(CustomerConfig customer) {
        Names names = draft.names();
        String name = customer.customer().name();
        String own = "s3://" + names.landingBucket() + "/" + name;
        String source = customer.source().location().toString();
        CustomerAccess access = draft.settings().customers().get(name);
        boolean delivers = access != null && access.may(CustomerAccess.Kind.DELIVER);
        boolean lands = (source + "/").startsWith(own + "/");
        if (delivers && !lands) {
            problem("customer '" + name + "' delivers to " + own + ", and its source in wau.yaml is " + source
                    + ": what it delivers would never be read");
        }
        if (!delivers && source.startsWith("s3://" + names.landingBucket())) {
            problem("the source of customer '" + name
                    + "' is in the landing bucket, to which it doesn't deliver (customers." + name
                    + ": {account: ..., access: deliver})");
        }
        if (delivers && customer.source().access().role() != null) {
            problem("customer '" + name
                    + "' delivers to a bucket of ours, which needs no role of its own (leave out aws.role)");
        }
        if (source.matches(".*[*?$].*")) {
            problem("the source of customer '" + name
                    + "' has one of * ? $ in its name, which a policy would take for a pattern: " + source);
        }
    }

    /** Crawler and {@code wau crawl} must mean the same tables. */
    private void checkPrefix(WauConfig config) {
        String here = draft.settings().catalog().tablePrefix();
        String there = config.glue().tablePrefix();
        if (!there.isEmpty() && !here.equals(there)) {
            problem("catalog.table-prefix is '" + here + "', and in " + config.file() + " glue.table-prefix is '"
                    + there + "' (the same)");
        }
    }

    /** Job and crawler must mean the same tables. */
    private void checkSchema(WauConfig config) {
        String here = draft.settings().warehouse().schema();
        String there = Objects.requireNonNullElse(config.redshift().schema(), "public");
        if (!here.equals(there)) {
            problem("warehouse.schema is '" + here + "', and in " + config.file() + " redshift.schema is '" + there
                    + "' (the same; public where nothing is said)");
        }
    }

    private void problem(String message) {
        problems.add(draft.section().line(), draft.section().words() + ": " + message);
    }
}
