package dev.wau.catalog.verify;

import dev.wau.catalog.TableName;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.verify.CatalogFinding.Kind;
import dev.wau.catalog.verify.CatalogFinding.Standing;
import dev.wau.model.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects findings about one table. For one thread. */
final class FindingSink {

    /** What registers everything anew. */
    static final String CRAWL = "wau crawl";

    /** What registers anew what such a look found: a smaller one might not see it. */
    static String crawl(FilesSchema files) {
        return (CRAWL + " " + files.crawled().sampling().option()).strip();
    }

    private final List<CatalogFinding> findings = new ArrayList<>();
    private @Nullable TableName table;

    /** What follows is about this table. */
    FindingSink about(@Nullable TableName name) {
        table = name;
        return this;
    }

    /** Something of the table as a whole that must be mended. */
    void differs(Kind kind, String message, String remedy) {
        add(kind, Standing.DIFFERS, null, null, 0, message, remedy);
    }

    /** Something of the table as a whole that is so. */
    void explained(Kind kind, String message, String remedy) {
        add(kind, Standing.EXPLAINED, null, null, 0, message, remedy);
    }

    void add(
            Kind kind,
            Standing standing,
            @Nullable String column,
            @Nullable ObjectKey file,
            long line,
            String message,
            String remedy) {
        findings.add(new CatalogFinding(kind, standing, table, column, file, line, message, remedy));
    }

    List<CatalogFinding> findings() {
        return List.copyOf(findings);
    }
}
