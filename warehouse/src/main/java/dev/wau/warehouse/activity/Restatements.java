package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Restated;
import dev.wau.analyse.Window;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts restatements by week and customer; the rows of one come by time and file. */
final class Restatements {

    private record Week(LocalDate first, Customer customer) {}

    private record Row(String run, Instant at, ObjectKey key) {}

    private final Set<LocalDate> weeks;
    private final Map<Week, List<Row>> rows = new LinkedHashMap<>();

    Restatements(List<Window> weeks) {
        this.weeks = weeks.stream().map(Window::first).collect(Collectors.toSet());
    }

    void add(ResultSet row) throws SQLException {
        Week week = new Week(LocalDate.parse(row.getString("week")), new Customer(row.getString("customer")));
        if (weeks.contains(week.first())) {
            Instant at = row.getObject("restated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
            rows.computeIfAbsent(week, none -> new ArrayList<>())
                    .add(new Row(row.getString("run"), at, new ObjectKey(row.getString("object_key"))));
        }
    }

    List<Restated> restated() {
        List<Restated> restated = new ArrayList<>();
        rows.forEach((week, of) -> restated.add(restated(week, of)));
        restated.sort(Comparator.comparing(Restated::week).thenComparing(Restated::customer));
        return restated;
    }

    private static Restated restated(Week week, List<Row> rows) {
        Set<String> runs = new HashSet<>();
        Row last = rows.get(0);
        for (Row row : rows) {
            runs.add(row.run());
            last = row.at().isAfter(last.at()) ? row : last;
        }
        return new Restated(week.first(), week.customer(), runs.size(), last.at(), last.key());
    }
}
