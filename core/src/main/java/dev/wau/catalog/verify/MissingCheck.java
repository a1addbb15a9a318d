package dev.wau.catalog.verify;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import java.util.List;
import java.util.Locale;

/**
 * Says of files and tables that aren't there whether they never were, which is how a deployment begins, or whether the catalog
 * lists them, and they are gone.
 */
final class MissingCheck {

    private static final String ROWS = ".wau_audit_logs";

    private final CatalogRules rules;
    private final List<CatalogTable> listed;
    private final FindingSink sink;

    MissingCheck(CatalogRules rules, List<CatalogTable> listed, FindingSink sink) {
        this.rules = rules;
        this.listed = listed;
        this.sink = sink;
    }

    void files() {
        boolean known = listed.stream().anyMatch(this::isFiles);
        if (known) {
            sink.about(rules.names().files())
                    .differs(
                            Kind.FILES_MISSING,
                            "the catalog lists the table over csv/, and nothing stands there",
                            "look whether 'central' in wau.yaml is right; if it is, wau run brings the customers' files");
        } else {
            sink.about(null).explained(Kind.FILES_MISSING, "nothing stands in csv/ yet", "wau run, then wau crawl");
        }
    }

    void rows() {
        List<CatalogTable> known = listed.stream().filter(this::isRows).toList();
        for (CatalogTable table : known) {
            sink.about(table.name())
                    .differs(
                            Kind.WAREHOUSE_MISSING,
                            "the catalog lists " + table.location() + ", and the warehouse has no tables",
                            "look whether 'warehouse' in wau.yaml is right; if it is, wau load makes them anew");
        }
        if (known.isEmpty()) {
            sink.about(null)
                    .explained(
                            Kind.WAREHOUSE_MISSING,
                            "there are no tables in the warehouse yet",
                            "wau load, then wau crawl");
        }
    }

    private boolean isFiles(CatalogTable table) {
        return table.name().lower().equals(rules.names().files());
    }

    /** Without the warehouse's table nothing says how its entry is called but for the table's own name. */
    private boolean isRows(CatalogTable table) {
        String prefix = rules.names().prefix().toLowerCase(Locale.ROOT);
        return table.location().toLowerCase(Locale.ROOT).endsWith(ROWS)
                && table.name().lower().table().startsWith(prefix);
    }
}
