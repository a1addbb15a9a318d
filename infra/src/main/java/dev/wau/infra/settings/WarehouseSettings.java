package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Redshift Serverless.
 *
 * @param namespace its name; null: the deployment's
 * @param workgroup its name; null: the deployment's
 * @param schema of wau's tables, which the first load makes
 * @param admin the administrator, whose password Redshift keeps in Secrets Manager
 * @param baseCapacity RPUs, 4, or 8 to 512 in steps of 8
 * @param maxCapacity RPUs that it may scale to
 * @param dailyRpuHours RPU-hours that a day may cost; 0: no limit
 * @param limitAction what happens at the limit: {@code log}, {@code emit-metric} or {@code deactivate}
 */
public record WarehouseSettings(
        @Nullable String namespace,
        @Nullable String workgroup,
        String database,
        String schema,
        String admin,
        int baseCapacity,
        int maxCapacity,
        int dailyRpuHours,
        String limitAction) {

    static final WarehouseSettings DEFAULT =
            new WarehouseSettings(null, null, "dev", "public", "wau_admin", 8, 32, 24, "emit-metric");
    private static final int STEP = 8;

    /** Always quoted, so it may be a reserved word. */
    private static final String SCHEMA = "[a-z_][a-z0-9_]{0,126}";

    static WarehouseSettings read(Section section, WarehouseSettings base) {
        Values values = new Values(section);
        Map<String, String> actions = new LinkedHashMap<>();
        actions.put("log", "log");
        actions.put("emit-metric", "emit-metric");
        actions.put("deactivate", "deactivate");
        WarehouseSettings read = new WarehouseSettings(
                RedshiftNames.resource(section, "namespace", base.namespace),
                RedshiftNames.resource(section, "workgroup", base.workgroup),
                RedshiftNames.database(section, "database", base.database),
                values.text(
                        "schema",
                        "a small letter or _, then small letters, digits and _, 127 at most",
                        SCHEMA,
                        base.schema),
                RedshiftNames.identifier(section, "admin", base.admin),
                capacity(section, "base-capacity", base.baseCapacity),
                capacity(section, "max-capacity", base.maxCapacity),
                values.number("daily-rpu-hours", 0, 100_000, base.dailyRpuHours),
                values.choice("limit-action", actions, base.limitAction));
        if (read.maxCapacity < read.baseCapacity) {
            section.setting("max-capacity")
                    .or(() -> section.setting("base-capacity"))
                    .ifPresent(setting -> setting.wrong("max-capacity " + read.maxCapacity
                            + " must not be below base-capacity " + read.baseCapacity));
        }
        return read;
    }

    private static int capacity(Section section, String key, int otherwise) {
        int value = new Values(section).number(key, 4, 1024, otherwise);
        if (value != 4 && value % STEP != 0) {
            section.setting(key).ifPresent(setting -> setting.wrong("4, or a multiple of 8"));
        }
        return value;
    }
}
