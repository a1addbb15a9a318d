package dev.wau.catalog;

import dev.wau.catalog.schema.ColumnSchema;
import dev.wau.catalog.schema.FilesSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a listed table is which of the files: by the header that the table says, else by the name that the header
 * would have. Where several headers have one name, only what the table says tells them apart.
 */
public final class ListedColumns {

    private final CatalogTable table;
    private final Map<String, CatalogColumn> byHeader = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    public ListedColumns(CatalogTable table, FilesSchema files) {
        this.table = table;
        Map<String, CatalogColumn> said = new HashMap<>();
        Map<String, CatalogColumn> called = new HashMap<>();
        for (CatalogColumn column : table.columns()) {
            said.putIfAbsent(FilesTable.header(table, column), column);
            called.putIfAbsent(lower(column), column);
        }
        files.columns().forEach(column -> take(column, said.get(FilesTable.printable(column.name()))));
        Map<String, String> names = FilesTable.names(files);
        files.columns().stream()
                .filter(column -> !byHeader.containsKey(column.name()))
                .toList()
                .forEach(column -> take(column, called.get(names.getOrDefault(column.name(), ""))));
    }

    /** The column of a header; empty if the table has none. */
    public Optional<CatalogColumn> of(String header) {
        return Optional.ofNullable(byHeader.get(header));
    }

    /** Those that none of the files' headers is. */
    public List<CatalogColumn> others() {
        return table.columns().stream()
                .filter(column -> !taken.contains(lower(column)))
                .toList();
    }

    /** In how many files cells stand in the table's order, as far as headers are told apart. */
    public long inOrder(FilesSchema files) {
        return files.headers().entrySet().stream()
                .filter(entry -> begins(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private boolean begins(List<String> header) {
        List<CatalogColumn> columns = table.columns();
        for (int place = 0; place < header.size(); place++) {
            if (place >= columns.size() || !columns.get(place).equals(byHeader.get(header.get(place)))) {
                return false;
            }
        }
        return true;
    }

    private void take(ColumnSchema column, @Nullable CatalogColumn listed) {
        if (listed != null && taken.add(lower(listed))) {
            byHeader.put(column.name(), listed);
        }
    }

    private static String lower(CatalogColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
