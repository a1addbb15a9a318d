package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an environment is made of, but for its name and place.
 *
 * @param config {@code wau.yaml}, as written
 * @param removal of data
 * @param protection whether the stack can't be deleted before that is switched off
 * @param tags of every resource
 * @param customers those whose accounts have access, by name
 */
public record Settings(
        String config,
        Removal removal,
        boolean protection,
        Map<String, String> tags,
        StorageSettings storage,
        NetworkSettings network,
        WarehouseSettings warehouse,
        CatalogSettings catalog,
        JobSettings job,
        AggregateSettings aggregate,
        TriggerSettings trigger,
        WatchSettings watch,
        Map<String, CustomerAccess> customers) {

    static final Settings DEFAULT = new Settings(
            "wau.yaml",
            Removal.KEEP,
            false,
            Map.of(),
            StorageSettings.DEFAULT,
            NetworkSettings.DEFAULT,
            WarehouseSettings.DEFAULT,
            CatalogSettings.DEFAULT,
            JobSettings.DEFAULT,
            AggregateSettings.DEFAULT,
            TriggerSettings.DEFAULT,
            WatchSettings.DEFAULT,
            Map.of());

    /** What a level says, over what holds otherwise. */
    static Settings read(Section section, Settings base) {
        Values values = new Values(section);
        return new Settings(
                values.text("config", "the path of wau.yaml", ".+", base.config),
                values.choice("removal", removals(), base.removal),
                values.flag("termination-protection", base.protection),
                values.map(
                        "tags",
                        "NAME: VALUE, up to 128 letters, not beginning with aws: or wau:",
                        "(?!aws:|wau:)[\\w .:/=+@-]{1,128}",
                        base.tags),
                StorageSettings.read(section.section("storage", InfraPlace.STORAGE), base.storage),
                NetworkSettings.read(section.section("network", InfraPlace.NETWORK), base.network),
                WarehouseSettings.read(section.section("warehouse", InfraPlace.WAREHOUSE), base.warehouse),
                CatalogSettings.read(section.section("catalog", InfraPlace.CATALOG), base.catalog),
                JobSettings.read(section.section("job", InfraPlace.JOB), base.job),
                AggregateSettings.read(section.section("aggregate", InfraPlace.AGGREGATE), base.aggregate),
                TriggerSettings.read(section.section("trigger", InfraPlace.TRIGGER), base.trigger),
                WatchSettings.read(section.section("watch", InfraPlace.WATCH), base.watch),
                AccessReader.read(section, base.customers));
    }

    private static Map<String, Removal> removals() {
        Map<String, Removal> removals = new LinkedHashMap<>();
        removals.put("keep", Removal.KEEP);
        removals.put("delete", Removal.DELETE);
        return removals;
    }
}
