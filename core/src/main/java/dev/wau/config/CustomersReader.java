package dev.wau.config;

import dev.wau.collect.SourcePlace;
import dev.wau.config.yaml.Problems;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.model.Customer;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code customers}: each inherits {@code defaults} and {@code personal-data}. */
final class CustomersReader {

    /** A customer before the key of its hashes is known. */
    record Draft(
            Section section,
            Customer customer,
            Location source,
            CloudAccess access,
            SourceRules rules,
            PersonalColumns personal) {

        CustomerConfig withKey(String key) {
            return new CustomerConfig(
                    customer,
                    new SourcePlace(source, rules.files(), access, rules.logs()),
                    rules.dialect(),
                    rules.columns(),
                    rules.time().toFormat(),
                    personal.withKey(key));
        }
    }

    private final SourceRules defaults;
    private final PersonalColumns personal;
    private final CloudAccess access;
    private final Locations locations;
    private final Problems problems;

    CustomersReader(
            SourceRules defaults,
            PersonalColumns personal,
            CloudAccess access,
            Locations locations,
            Problems problems) {
        this.defaults = defaults;
        this.personal = personal;
        this.access = access;
        this.locations = locations;
        this.problems = problems;
    }

    List<Draft> read(Section root) {
        Optional<Setting> customers = root.setting("customers");
        List<Draft> drafts = new ArrayList<>();
        Map<String, Setting> names = new HashMap<>();
        Map<String, Setting> all = customers
                .map(setting -> Section.all(setting.node(), "'customers'", problems))
                .orElse(Map.of());
        for (Setting setting : all.values()) {
            Setting same = names.putIfAbsent(setting.key().toLowerCase(Locale.ROOT), setting);
            if (same != null) {
                problems.add(
                        setting.line(),
                        "invalid customer '" + setting.key() + "' (differs from '" + same.key() + "' in line "
                                + same.line() + " by upper and lower case alone: their folders may be one)");
            }
            customer(setting).ifPresent(drafts::add);
        }
        if (all.isEmpty()) {
            problems.add(
                    customers.map(Setting::line).orElse(root.line()), "no customers (customers.NAME.source: FOLDER)");
        }
        return drafts;
    }

    private Optional<Draft> customer(Setting setting) {
        Section section = Section.of(setting.node(), Place.CUSTOMER, "customer '" + setting.key() + "'", problems);
        SourceRules rules = SourceRules.read(section, defaults);
        PersonalColumns columns = PersonalDataReader.read(
                section.section("personal-data", Place.CUSTOMER_PERSONAL_DATA), personal, rules.columns());
        CloudAccess reached = AwsReader.customer(section.section("aws", Place.CUSTOMER_AWS), access);
        Optional<Location> source = source(setting, section);
        try {
            Customer customer = new Customer(setting.key());
            return source.map(place -> new Draft(section, customer, place, reached, rules, columns));
        } catch (WauException e) {
            problems.add(setting.line(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Location> source(Setting customer, Section section) {
        Optional<Setting> source = section.setting("source");
        if (source.isEmpty()) {
            problems.add(customer.line(), "no source in customer '" + customer.key() + "' (source: FOLDER)");
        }
        return source.flatMap(setting -> setting.text("a folder, s3://BUCKET/PREFIX or cloudwatch:LOG-GROUP")
                .flatMap(text -> setting.tried(
                        tried -> Optional.of(locations.place("source", text)), Optional.<Location>empty())));
    }
}
