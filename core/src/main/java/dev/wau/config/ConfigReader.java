package dev.wau.config;

import dev.wau.analyse.ReportRules;
import dev.wau.config.yaml.Problems;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.YamlFile;
import dev.wau.csv.Limits;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code wau.yaml}: strictly, with the line of every mistake. docs/configuration.md lists the keys. */
public final class ConfigReader {

    /** Where the central bucket stands when nothing is said. */
    static final String CENTRAL = "./central";

    /** The warehouse when nothing is said. */
    static final String WAREHOUSE = "jdbc:duckdb:./wau.duckdb";

    private final Problems problems;
    private final Locations locations;
    private final Map<String, String> environment;
    private final Customers use;

    /** What becomes of them. */
    private enum Customers {
        READ,
        CHECKED
    }

    private ConfigReader(Path file, Map<String, String> environment, Customers use) {
        this.use = use;
        this.problems = new Problems(file);
        this.locations = new Locations(file);
        this.environment = environment;
    }

    /**
     * Reads and checks the file. Everything that is wrong is told at once, a line each.
     *
     * @param environment overrides ({@code WAU_WAREHOUSE}, {@code WAU_CENTRAL}, ...) and secrets; a command's own option, as
     *     {@code --warehouse}, goes before its variable
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION with {@code file:line: what is wrong (what is allowed)};
     *     NOT_FOUND when there is no such file
     */
    public static WauConfig read(Path file, Map<String, String> environment) {
        return new ConfigReader(file, environment, Customers.READ).read(file);
    }

    /**
     * The same for a program that only loads: it doesn't read customers' sources, so it needs no key of hashes, and is given no
     * customers.
     */
    public static WauConfig readToLoad(Path file, Map<String, String> environment) {
        return new ConfigReader(file, environment, Customers.CHECKED).read(file);
    }

    private WauConfig read(Path file) {
        return read(file, YamlFile.read(file, "`wau init` writes a commented one"));
    }

    private WauConfig read(Path file, Node node) {
        Section root = Section.of(node, Place.ROOT, "", problems);
        Location central = located(root, "central", "WAU_CENTRAL", CENTRAL, locations::central);
        String warehouse = located(root, "warehouse", "WAU_WAREHOUSE", WAREHOUSE, locations::warehouse);
        Section personalData = root.section("personal-data", Place.PERSONAL_DATA);
        PersonalColumns personal = PersonalDataReader.read(personalData);
        Section aws = root.section("aws", Place.AWS);
        CloudAccess access = AwsReader.access(aws);
        StorePlace bucket = AwsReader.central(aws, central, access);
        SourceRules defaults = SourceRules.read(root.section("defaults", Place.DEFAULTS), SourceRules.DEFAULT);
        List<CustomersReader.Draft> drafts =
                new CustomersReader(defaults, personal, access, locations, problems).read(root);
        Optional<Section> hashing = drafts.stream()
                .filter(draft -> use == Customers.READ)
                .filter(draft -> !draft.personal().hash().isEmpty())
                .findFirst()
                .map(CustomersReader.Draft::section);
        String key = HashKey.read(personalData, hashing, environment, problems);
        Policies policies = PoliciesReader.read(root.section("policies", Place.POLICIES));
        Limits limits = LimitsReader.read(root.section("limits", Place.LIMITS));
        ReportRules reports = new ReportRules(
                ReportsReader.read(root.section("reports", Place.REPORTS)),
                ActiveEventsReader.read(root.section("active-events", Place.ACTIVE_EVENTS)));
        PlaceRules.check(bucket, drafts);
        GlueRules glue = GlueReader.read(root.section("glue", Place.GLUE)).overridden(environment);
        RedshiftRules redshift =
                RedshiftReader.read(root.section("redshift", Place.REDSHIFT)).overridden(environment);
        RedshiftReader.check(root, warehouse, central, redshift, problems);
        problems.throwIfAny();
        List<CustomerConfig> customers = use == Customers.CHECKED
                ? List.of()
                : drafts.stream().map(draft -> draft.withKey(key)).toList();
        return new WauConfig(
                file.toAbsolutePath().normalize(),
                bucket,
                warehouse,
                glue,
                redshift,
                policies,
                limits,
                reports,
                customers);
    }

    // A command's option wins; then the environment; then the file; then what is said here.
    private <T> T located(Section root, String key, String variable, String otherwise, Function<String, T> make) {
        T standard = make.apply(otherwise);
        T written = root.setting(key)
                .map(setting -> setting.text("such as " + otherwise)
                        .map(text -> setting.tried(tried -> make.apply(text), standard))
                        .orElse(standard))
                .orElse(standard);
        String option = "--" + key;
        if (environment.containsKey(option)) {
            return overridden(option, environment.get(option), make);
        }
        String override = environment.getOrDefault(variable, "");
        return override.isBlank() ? written : overridden("environment variable " + variable, override, make);
    }

    private static <T> T overridden(String where, String value, Function<String, T> make) {
        try {
            return make.apply(value);
        } catch (WauException e) {
            throw new WauException(ErrorCode.INVALID_CONFIGURATION, where + ": " + e.getMessage(), e);
        }
    }
}
