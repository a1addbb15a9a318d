package dev.wau.warehouse.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A part says of its cells what plain maps and sets say. */
class PartWriterTest {

    /** One cell. */
    record Cell(int user, int slot, int event, int count) {}

    @Property(tries = 300)
    void a_part_holds_its_cells(@ForAll("cells") List<Cell> cells) {
        Cells made = cells(cells);
        Part part = new PartWriter().part(made);

        assertThat(DetailCursor.cells(part.cells(), part.detail())).isEqualTo(made);
        assertThat(part.events())
                .isEqualTo(cells.stream().mapToLong(Cell::count).sum());
    }

    @Property(tries = 300)
    void days_and_their_edges_are_those_of_the_cells(@ForAll("cells") List<Cell> cells) {
        Part part = new PartWriter().part(cells(cells));
        List<String> found = new ArrayList<>();
        DaysCursor days = new DaysCursor(part.days());
        int at = 0;
        while (days.next()) {
            for (int left = days.active(); left != 0; left &= left - 1) {
                found.add(days.user() + " " + Integer.numberOfTrailingZeros(left) + " " + part.edges()[at++] + " "
                        + part.edges()[at++]);
            }
        }

        Map<Integer, Map<Integer, TreeSet<Integer>>> expected = new TreeMap<>();
        cells.stream()
                .filter(cell -> cell.user() >= 0)
                .forEach(cell -> expected.computeIfAbsent(cell.user(), none -> new TreeMap<>())
                        .computeIfAbsent(cell.slot() / Quarters.A_DAY, none -> new TreeSet<>())
                        .add(cell.slot() % Quarters.A_DAY));
        List<String> all = new ArrayList<>();
        expected.forEach((user, ofUser) ->
                ofUser.forEach((day, slots) -> all.add(user + " " + day + " " + slots.first() + " " + slots.last())));
        assertThat(found).isEqualTo(all);
    }

    @Property(tries = 300)
    void the_summary_and_the_quarters_are_those_of_the_cells(@ForAll("cells") List<Cell> cells) {
        Part part = new PartWriter().part(cells(cells));
        List<String> found = new ArrayList<>();
        SummaryCursor summary = new SummaryCursor(part.summary());
        while (summary.next()) {
            long[] users = new long[Place.USERS / Long.SIZE];
            summary.users(users);
            found.add(summary.event() + " " + summary.with() + " " + summary.without() + " " + BitSet.valueOf(users));
        }
        QuartersCursor quarters = new QuartersCursor(part.quarters());
        while (quarters.next()) {
            found.add("at " + quarters.slot() + " " + quarters.events());
        }

        Map<Integer, int[]> counts = new TreeMap<>();
        Map<Integer, Set<Integer>> users = new TreeMap<>();
        Map<Integer, Integer> slots = new TreeMap<>();
        for (Cell cell : cells) {
            counts.computeIfAbsent(cell.event(), none -> new int[2])[cell.user() >= 0 ? 0 : 1] += cell.count();
            Set<Integer> own = users.computeIfAbsent(cell.event(), none -> new TreeSet<>());
            if (cell.user() >= 0) {
                own.add(cell.user());
                slots.merge(cell.slot(), cell.count(), Integer::sum);
            }
        }
        List<String> expected = new ArrayList<>();
        counts.forEach((event, count) -> expected.add(event + " " + count[0] + " " + count[1] + " "
                + String.valueOf(users.get(event)).replace('[', '{').replace(']', '}')));
        slots.forEach((slot, count) -> expected.add("at " + slot + " " + count));
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 300)
    void what_comes_and_leaves_again_leaves_the_rest(
            @ForAll("cells") List<Cell> stay, @ForAll("cells") List<Cell> leave) {
        List<Cell> all = new ArrayList<>(stay);
        all.addAll(leave);

        assertThat(cells(all).plus(cells(leave).negated())).isEqualTo(cells(stay));
        assertThat(cells(stay).plus(cells(leave))).isEqualTo(cells(all));
        assertThat(Cells.NONE.plus(cells(leave).negated()).hasNegative()).isEqualTo(!leave.isEmpty());
    }

    private static Cells cells(List<Cell> cells) {
        CellList list = new CellList();
        cells.forEach(cell -> list.add(Cells.key(cell.user(), cell.slot(), cell.event()), cell.count()));
        return list.cells();
    }

    @Provide
    Arbitrary<List<Cell>> cells() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(-1, 3),
                                Arbitraries.integers().between(0, Place.USERS - 1)),
                        Arbitraries.integers().between(0, Quarters.MOST_A_MONTH - 1),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 2),
                                Arbitraries.integers().between(0, Integer.MAX_VALUE)),
                        Arbitraries.integers().between(1, 300))
                .as(Cell::new)
                .list()
                .ofMaxSize(400);
    }
}
