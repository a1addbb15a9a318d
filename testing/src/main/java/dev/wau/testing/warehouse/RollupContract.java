package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.Windows;
import dev.wau.load.Warehouse;
import dev.wau.model.FileId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A load keeps the rollup true to the rows, on any warehouse with SQL. Whether it is true is what {@code wau verify} says:
 * it compares each count, and {@link dev.wau.testing.load.DamageContract} holds it to that.
 */
public abstract class RollupContract {

    private static final String HEADER = "timestamp,event,userId\n";
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final Windows UTC = new Windows(ZoneOffset.UTC, DayOfWeek.MONDAY);

    /** A warehouse; the first call makes it, later ones open the same again. */
    protected abstract Warehouse open();

    /** Runs a statement on its tables, past the warehouse. */
    protected abstract void execute(String sql);

    @Test
    void a_warehouse_without_a_rollup_answers_all_the_same_and_gets_one_by_the_next_load() {
        load("acme/a.csv", records("login", 1, 3));
        execute("DELETE FROM wau_settings WHERE name = 'rollup'");
        execute("DELETE FROM wau_rollup_parts");
        execute("DELETE FROM wau_rollup_users");
        requireUsers(3);
        assertThat(parts()).isZero();

        load("acme/b.csv", records("logout", 2, 5));

        requireUsers(5);
        assertThat(parts()).isPositive();
        requireTrue();
    }

    @Test
    void a_rollup_of_another_form_is_made_anew() {
        load("acme/a.csv", records("login", 1, 3));
        execute("UPDATE wau_settings SET value = 'other' WHERE name = 'rollup'");
        execute("UPDATE wau_rollup_parts SET detail = days");

        load("acme/b.csv", records("logout", 2, 5));

        requireUsers(5);
        requireTrue();
    }

    @Test
    void a_rollup_that_does_not_hold_what_leaves_is_made_anew() {
        FileId file = load("acme/a.csv", records("login", 1, 3));
        load("acme/b.csv", records("login", 3, 5));
        execute("DELETE FROM wau_rollup_parts");

        try (Warehouse warehouse = open()) {
            new TestingLoads(warehouse).leave(file);
        }

        requireUsers(3);
        requireTrue();
    }

    @Test
    void what_is_suppressed_is_not_counted_and_what_comes_back_is() {
        FileId file = load("acme/a.csv", records("login", 1, 3));
        load("acme/b.csv", records("login", 2, 5));
        requireUsers(5);
        requireTrue();

        try (Warehouse warehouse = open()) {
            new TestingLoads(warehouse).leave(file);
        }

        requireUsers(4);
        requireTrue();
    }

    @Test
    void a_place_has_few_parts_however_many_loads_there_were() {
        try (Warehouse warehouse = open()) {
            TestingLoads loads = new TestingLoads(warehouse);
            for (int file = 0; file < 20; file++) {
                loads.load("acme/" + file + ".csv", records("event" + file, 1, 2));
            }
        }
        assertThat(parts()).isBetween(1L, 5L);
        requireUsers(2);
        requireTrue();
    }

    @Test
    void users_of_several_blocks_are_users() {
        load("acme/a.csv", records("login", 1, 1_500));
        load("acme/b.csv", records("logout", 1_400, 2_500));
        requireUsers(2_500);
        requireTrue();
    }

    @Test
    void more_than_is_added_up_at_once_is_counted_less_what_is_suppressed() {
        StringBuilder many = new StringBuilder(records("login", 1, 5));
        for (int user = 0; user < 45_000; user++) {
            many.append("2025-01-07 08:00:00,view,").append(longName(user)).append('\n');
        }
        List<FileId> files;
        try (Warehouse warehouse = open()) {
            files = new TestingLoads(warehouse)
                    .load("acme/a.csv", many.toString(), "acme/b.csv", records("login", 3, 60));
        }
        requireUsers(45_060);
        requireTrue();

        try (Warehouse warehouse = open()) {
            new TestingLoads(warehouse).leave(files.get(0));
        }

        requireUsers(58);
        requireTrue();
    }

    /** So long that it takes the room of some hundred records. */
    private static String longName(int user) {
        return "u" + user + "x".repeat(800);
    }

    @Test
    void names_are_as_long_as_a_cell_may_be() {
        String user = random(100_000);
        String event = random(10_000);
        load("acme/a.csv", HEADER + "2025-01-06 08:00:00," + event + "," + user + "\n");
        load("acme/b.csv", HEADER + "2025-01-07 08:00:00," + event + "," + user + "\n");
        requireUsers(1);
        requireTrue();
    }

    /** Nothing compresses it. */
    private static String random(int length) {
        Random random = new Random(7);
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String records(String event, int firstUser, int lastUser) {
        return IntStream.rangeClosed(firstUser, lastUser)
                .mapToObj(user -> String.format(
                        Locale.ROOT,
                        "2025-01-0%d %02d:%02d:00,%s,user%d\n",
                        6 + user % 3,
                        user % 24,
                        user % 60,
                        event,
                        user))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private FileId load(String path, String csv) {
        try (Warehouse warehouse = open()) {
            return new TestingLoads(warehouse).load(path, csv);
        }
    }

    private long parts() {
        try (Warehouse warehouse = open()) {
            Object count = warehouse
                    .query("SELECT count(*) FROM wau_rollup_parts", 1)
                    .rows()
                    .get(0)
                    .get(0);
            return Long.parseLong(String.valueOf(count));
        }
    }

    private void requireUsers(long users) {
        try (Warehouse warehouse = open()) {
            assertThat(warehouse.activity().activeUsers(UTC.weeks(MONDAY, MONDAY), Scope.all(ActiveEvents.ALL)))
                    .extracting(Count::users)
                    .isEqualTo(List.of(users));
        }
    }

    private void requireTrue() {
        try (Warehouse warehouse = open()) {
            assertThat(warehouse.history().inconsistencies()).isEmpty();
        }
    }
}
