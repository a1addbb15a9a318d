package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Data Catalog's database and its crawler.
 *
 * @param database its name; null: the deployment's, with underscores
 * @param tablePrefix before the names of tables that the crawler makes
 * @param crawlerSchedule when the crawler runs, {@code cron(...)}; null: when it is started
 * @param onChange what it does with a table that has changed: {@code LOG} leaves what {@code wau crawl} has registered
 * @param onDelete what it does with a table whose data has gone
 */
public record CatalogSettings(
        @Nullable String database,
        String tablePrefix,
        @Nullable String crawlerSchedule,
        String onChange,
        String onDelete) {

    static final CatalogSettings DEFAULT = new CatalogSettings(null, "", null, "LOG", "LOG");

    static CatalogSettings read(Section section, CatalogSettings base) {
        Values values = new Values(section);
        CatalogSettings read = new CatalogSettings(
                values.orNone("database", "small letters, digits and _", "[a-z0-9_]{1,255}", base.database),
                values.text("table-prefix", "small letters, digits and _", "[a-z0-9_]{0,128}", base.tablePrefix),
                values.orNone(
                        "crawler-schedule", "such as cron(0 5 * * ? *), in UTC", "cron\\(.+\\)", base.crawlerSchedule),
                values.choice("on-change", choices("log", "LOG", "update", "UPDATE_IN_DATABASE"), base.onChange),
                values.choice(
                        "on-delete",
                        choices("log", "LOG", "deprecate", "DEPRECATE_IN_DATABASE", "delete", "DELETE_FROM_DATABASE"),
                        base.onDelete));
        Schedule.check(section, "crawler-schedule", read.crawlerSchedule);
        return read;
    }

    private static Map<String, String> choices(String... pairs) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            choices.put(pairs[i], pairs[i + 1]);
        }
        return choices;
    }
}
