package dev.wau.config;

import dev.wau.config.yaml.Choices;
import dev.wau.config.yaml.Section;
import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPolicy;

/** Reads {@code policies}. */
final class PoliciesReader {

    // PostgreSQL's bound is 1,600 columns; the table's own and the lineage take some.
    private static final int MOST_COLUMNS = 1_500;

    private PoliciesReader() {}

    static Policies read(Section section) {
        Policies base = Policies.DEFAULT;
        return new Policies(
                choice(section, "missing-customers", Policies.MissingCustomers.values(), base.missingCustomers()),
                choice(section, "same-key", Policies.SameKey.values(), base.sameKey()),
                choice(section, "duplicates", RowIdentity.values(), base.duplicates()),
                choice(section, "columns", ColumnPolicy.values(), base.columns()),
                section.setting("max-columns")
                        .map(setting -> setting.number(0, MOST_COLUMNS, base.maxColumns()))
                        .orElse(base.maxColumns()),
                section.setting("max-reject-ratio")
                        .map(setting -> setting.ratio(base.maxRejectRatio()))
                        .orElse(base.maxRejectRatio()));
    }

    private static <E extends Enum<E>> E choice(Section section, String key, E[] allowed, E otherwise) {
        return section.setting(key)
                .map(setting -> setting.choice(Choices.of(allowed), otherwise))
                .orElse(otherwise);
    }
}
