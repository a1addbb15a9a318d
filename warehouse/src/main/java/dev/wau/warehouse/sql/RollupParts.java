package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.Cells;
import dev.wau.warehouse.rollup.DetailCursor;
import dev.wau.warehouse.rollup.Part;
import dev.wau.warehouse.rollup.PartWriter;
import dev.wau.warehouse.rollup.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code wau_rollup_parts}. New events become a part of their own, together with the parts of their place that
 * are not much larger: so a place has few parts, and each event is written again few times, however small the loads. Where
 * events leave, the place becomes one part.
 */
final class RollupParts {

    /** A part stays as it is beside a new one of less than this part of its cells. */
    private static final int MUCH_LARGER = 4;

    /** Cells that are merged at once: some 32 bytes each. */
    private static final long MOST_CELLS = 2_000_000;

    private final Session session;
    private long lastPart;

    /** A row, without its bytes. */
    private record Known(long part, Place place, int cells) {}

    RollupParts(Session session) {
        this.session = session;
        lastPart = session.number("SELECT coalesce(max(part), 0) FROM wau_rollup_parts");
    }

    /**
     * Adds events; negative counts take them away.
     *
     * @return whether the rollup had what was taken away
     */
    boolean add(SortedMap<Place, Cells> changes) {
        Map<Place, List<Known>> known = known(changes);
        Map<Place, Cells> some = new HashMap<>();
        List<Known> merged = new ArrayList<>();
        long cells = 0;
        for (Map.Entry<Place, Cells> change : changes.entrySet()) {
            if (change.getValue().size() > 0) {
                some.put(change.getKey(), change.getValue());
                List<Known> own = toMerge(change.getValue(), known.getOrDefault(change.getKey(), List.of()));
                merged.addAll(own);
                cells += change.getValue().size()
                        + own.stream().mapToLong(Known::cells).sum();
            }
            if (cells >= MOST_CELLS) {
                if (!write(some, merged)) {
                    return false;
                }
                some.clear();
                merged.clear();
                cells = 0;
            }
        }
        return write(some, merged);
    }

    private Map<Place, List<Known>> known(SortedMap<Place, Cells> changes) {
        Map<Place, List<Known>> known = new HashMap<>();
        if (lastPart == 0 || changes.isEmpty()) {
            return known;
        }
        TreeSet<String> customers = new TreeSet<>();
        TreeSet<Integer> months = new TreeSet<>();
        changes.keySet().forEach(place -> {
            customers.add(place.customer());
            months.add(place.month());
        });
        session.list("""
                        SELECT part, customer, month, block, cells FROM wau_rollup_parts
                        WHERE customer IN (SELECT unnest(?::VARCHAR[])) AND month BETWEEN ? AND ?
                        ORDER BY cells""", RollupParts::read, session.array("VARCHAR", customers), months.first(), months.last())
                .forEach(part -> known.computeIfAbsent(part.place(), none -> new ArrayList<>())
                        .add(part));
        return known;
    }

    private static Known read(ResultSet row) throws SQLException {
        Place place = new Place(row.getString("customer"), row.getInt("month"), row.getInt("block"));
        return new Known(row.getLong("part"), place, row.getInt("cells"));
    }

    private static List<Known> toMerge(Cells change, List<Known> known) {
        if (change.hasNegative()) {
            return known;
        }
        List<Known> merged = new ArrayList<>();
        long cells = change.size();
        for (Known part : known) {
            if (part.cells() > MUCH_LARGER * cells) {
                break;
            }
            merged.add(part);
            cells += part.cells();
        }
        return merged;
    }

    private boolean write(Map<Place, Cells> changes, List<Known> merged) {
        Map<Place, Cells> sums = new HashMap<>(changes);
        if (!merged.isEmpty()) {
            List<Long> parts = merged.stream().map(Known::part).toList();
            Map<Long, Place> places = new HashMap<>();
            merged.forEach(part -> places.put(part.part(), part.place()));
            session.list(
                            "SELECT part, cells, detail FROM wau_rollup_parts WHERE part IN (SELECT unnest(?::BIGINT[]))",
                            row -> Map.entry(
                                    row.getLong("part"),
                                    DetailCursor.cells(row.getInt("cells"), row.getBytes("detail"))),
                            session.array("BIGINT", parts))
                    .forEach(part -> sums.merge(
                            Objects.requireNonNull(places.get(part.getKey())), part.getValue(), Cells::plus));
            session.update(
                    "DELETE FROM wau_rollup_parts WHERE part IN (SELECT unnest(?::BIGINT[]))",
                    session.array("BIGINT", parts));
        }
        if (sums.values().stream().anyMatch(Cells::hasNegative)) {
            return false;
        }
        List<Map.Entry<Place, Part>> written = sums.entrySet().parallelStream()
                .filter(sum -> sum.getValue().size() > 0)
                .map(sum -> Map.entry(sum.getKey(), new PartWriter().part(sum.getValue())))
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .toList();
        session.dialect()
                .insert(
                        session,
                        "wau_rollup_parts",
                        written.stream()
                                .map(part -> values(part.getKey(), part.getValue()))
                                .toList());
        return true;
    }

    private List<@Nullable Object> values(Place place, Part part) {
        return Arrays.asList(
                ++lastPart,
                place.customer(),
                place.month(),
                place.block(),
                part.cells(),
                part.events(),
                part.summary(),
                part.days(),
                part.edges(),
                part.quarters(),
                part.detail());
    }
}
