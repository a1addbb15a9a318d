package dev.wau.catalog;

import dev.wau.catalog.schema.ColumnSchema;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table over {@code csv/} after a look at a part of the files. What a wider look listed stays unless this one contradicts
 * it: columns that these files haven't, types that their values are too, the order where headers differ.
 *
 * @param table to be listed
 * @param kept the columns that only the table before says, or of which it says another type
 */
public record SampledTable(CatalogTable table, List<String> kept) {

    public SampledTable {
        kept = List.copyOf(kept);
    }

    /**
     * The table.
     *
     * @param fresh what the files that were looked at give
     * @param listed what is listed now
     */
    public static SampledTable of(CatalogTable fresh, CatalogTable listed, FilesSchema files) {
        boolean stays = files.crawled().isSampled()
                && FilesTable.isOwn(listed)
                && listed.location().equals(fresh.location());
        return stays ? new Merging(fresh, listed, files).table() : new SampledTable(fresh, List.of());
    }

    /** For one thread, once. */
    private static final class Merging {

        private final CatalogTable fresh;
        private final CatalogTable listed;
        private final FilesSchema files;
        private final ListedColumns known;
        private final Set<String> taken = new HashSet<>();
        private final List<String> kept = new ArrayList<>();

        Merging(CatalogTable fresh, CatalogTable listed, FilesSchema files) {
            this.fresh = fresh;
            this.listed = listed;
            this.files = files;
            this.known = new ListedColumns(listed, files);
        }

        SampledTable table() {
            listed.columns().forEach(column -> taken.add(lower(column)));
            int before = taken.size();
            List<FilesColumn> columns = new ArrayList<>();
            files.columns().forEach(column -> columns.add(seen(column)));
            boolean same = taken.size() == before && known.others().isEmpty();
            Set<String> met = new HashSet<>();
            for (CatalogColumn column : known.others()) {
                if (met.add(lower(column))) {
                    columns.add(unseen(column));
                }
            }
            boolean several =
                    listed.parameters().getOrDefault(FilesTable.HEADERS, "").equals(FilesTable.SEVERAL);
            if (several) {
                inListedOrder(columns);
            }
            String seen = fresh.parameters().getOrDefault(FilesTable.HEADERS, "");
            String headers = several || !same ? FilesTable.SEVERAL : seen;
            return new SampledTable(FilesTable.of(columns, headers, fresh.name(), fresh.location()), kept);
        }

        private FilesColumn seen(ColumnSchema column) {
            Optional<CatalogColumn> before = known.of(column.name());
            if (before.isEmpty()) {
                String header = FilesTable.printable(column.name());
                return new FilesColumn(free(FilesTable.name(header)), header, column.type(), FilesColumn.PARTLY);
            }
            FilesColumn now = FilesColumn.of(column, lower(before.get()), files);
            ValueType type = said(before.get()).map(said -> both(said, column)).orElse(now.type());
            if (type != now.type()) {
                kept.add(column.name());
            }
            boolean partly = before.get().comment().endsWith(FilesColumn.PARTLY);
            return new FilesColumn(now.name(), now.header(), type, partly ? FilesColumn.PARTLY : now.presence());
        }

        private FilesColumn unseen(CatalogColumn column) {
            String header = FilesTable.header(listed, column);
            kept.add(header);
            return new FilesColumn(lower(column), header, said(column).orElse(ValueType.STRING), FilesColumn.PARTLY);
        }

        private Optional<ValueType> said(CatalogColumn column) {
            return Optional.ofNullable(listed.parameters().get(FilesTable.TYPE + column.name()))
                    .flatMap(ValueType::of);
        }

        /** What the values seen now are, and those that were seen before. */
        private static ValueType both(ValueType said, ColumnSchema column) {
            if (column.refutes(said).isEmpty()) {
                return said;
            }
            boolean numbers = said == ValueType.BIGINT && column.type() == ValueType.DOUBLE;
            return numbers ? ValueType.DOUBLE : ValueType.STRING;
        }

        private String free(String name) {
            String free = name;
            for (int number = 2; !taken.add(free); number++) {
                free = name + "_" + number;
            }
            return free;
        }

        /** Another sample has another order: the one that is listed stays, and what is new comes behind it. */
        private void inListedOrder(List<FilesColumn> columns) {
            Map<String, Integer> places = new HashMap<>();
            listed.columns().forEach(column -> places.putIfAbsent(lower(column), places.size()));
            columns.sort(Comparator.comparingInt(column -> places.getOrDefault(column.name(), Integer.MAX_VALUE)));
        }

        private static String lower(CatalogColumn column) {
            return column.name().toLowerCase(Locale.ROOT);
        }
    }
}
