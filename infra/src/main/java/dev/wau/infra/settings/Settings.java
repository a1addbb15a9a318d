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

    /**
     * Of the 50 that a resource may have, wau:environment is one, and a few are left for CDK's.
     *
     * @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html">AWS: limits of
     *     tags</a>
     */
    private static final int MOST_TAGS = 45;

    private static final String TAG_NAME = "(?!(?i:aws:|wau:))[\\w .:/=+@-]{1,128}";
    private static final String TAG_VALUE = "[\\p{L}\\p{N}\\p{Z}_.:/=+@-]{1,256}";
    private static final String TAG_RULE =
            "NAME: VALUE, letters, digits, blanks and _.:/=+-@, up to 128 and 256, not beginning with aws: or wau:";

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
        Section networks = section.section("network", InfraPlace.NETWORK);
        Section warehouses = section.section("warehouse", InfraPlace.WAREHOUSE);
        NetworkSettings network = NetworkSettings.read(networks, base.network);
        WarehouseSettings warehouse = WarehouseSettings.read(warehouses, base.warehouse);
        SubnetRoom.check(warehouses, warehouse, networks, network);
        return new Settings(
                values.text("config", "the path of wau.yaml", ".+", base.config),
                values.choice("removal", removals(), base.removal),
                values.flag("termination-protection", base.protection),
                tags(section, base.tags),
                StorageSettings.read(section.section("storage", InfraPlace.STORAGE), base.storage),
                network,
                warehouse,
                CatalogSettings.read(section.section("catalog", InfraPlace.CATALOG), base.catalog),
                JobSettings.read(section.section("job", InfraPlace.JOB), base.job),
                AggregateSettings.read(section.section("aggregate", InfraPlace.AGGREGATE), base.aggregate),
                TriggerSettings.read(section.section("trigger", InfraPlace.TRIGGER), base.trigger),
                WatchSettings.read(section.section("watch", InfraPlace.WATCH), base.watch),
                AccessReader.read(section, base.customers));
    }

    private static Map<String, String> tags(Section section, Map<String, String> base) {
        Map<String, String> tags = new Values(section).map("tags", TAG_RULE, TAG_NAME, TAG_VALUE, base);
        if (tags.size() > MOST_TAGS) {
            section.setting("tags")
                    .ifPresent(setting -> setting.wrong(tags.size() + " of them; a resource has 50, and some are"
                            + " wau's and CDK's: " + MOST_TAGS + " at most"));
        }
        return tags;
    }

    private static Map<String, Removal> removals() {
        Map<String, Removal> removals = new LinkedHashMap<>();
        removals.put("keep", Removal.KEEP);
        removals.put("delete", Removal.DELETE);
        return removals;
    }
}
