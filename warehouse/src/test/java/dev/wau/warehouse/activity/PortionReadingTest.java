package dev.wau.warehouse.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.WauException;
import dev.wau.warehouse.activity.RolledUpPart.Columns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortionReadingTest {

    private static final Portion ALL = new Portion("", List.of());

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void fill() throws SQLException {
        url = "jdbc:duckdb:" + folder.resolve("parts.duckdb");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE wau_rollup_parts (part BIGINT, customer VARCHAR, month INTEGER,"
                    + " block INTEGER, cells INTEGER, days BLOB)");
            statement.execute("INSERT INTO wau_rollup_parts SELECT p, 'customer-' || p % 7, 100 + p // 100, p % 3,"
                    + " 1000 * (p % 50), encode(p::VARCHAR) FROM range(1, 1001) t(p)");
        }
    }

    /** Keeps the parts that it was given. */
    private record Seen(String customer, List<Long> parts) implements BlockCount {
        @Override
        public void take(RolledUpPart part) {
            parts.add(Long.parseLong(new String(part.columns()[0], StandardCharsets.UTF_8)));
        }
    }

    @Test
    void severalConnectionsReadEachPartOnce() throws SQLException {
        List<PartRange> ranges = LongStream.range(0, 40)
                .mapToObj(index -> new PartRange(Columns.DAYS, 0, 200, 1 + index * 25, 25 + index * 25))
                .toList();

        assertThat(read(ranges, 4)).containsExactlyInAnyOrderElementsOf(parts(1, 1_000));
    }

    @Test
    void rangesHoldTheAskedMonthsAndNoOthers() throws SQLException {
        try (Connection connection = open()) {
            for (int readers : new int[] {1, 2, 5}) {
                List<PartRange> ranges = PartRange.of(
                        connection,
                        Map.of(Columns.DAYS, List.of(102, 103, 106)),
                        "\"month\" IN (102, 103, 106)",
                        ALL,
                        readers);

                assertThat(ranges).hasSizeGreaterThan(1);
                assertThat(read(ranges, readers))
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.concat(LongStream.range(200, 400), LongStream.range(600, 700))
                                        .boxed()
                                        .toList());
            }
        }
    }

    @Test
    void aConnectionThatCannotBeOpenedIsToldOnce() {
        Connections failing = new Connections() {
            @Override
            public Connection open() throws SQLException {
                throw new SQLException("no more connections");
            }

            @Override
            public int together() {
                return 2;
            }
        };
        List<PartRange> ranges = new ArrayList<>();
        for (int index = 0; index < 500; index++) {
            ranges.add(new PartRange(Columns.DAYS, 0, 200, 1, 1_000));
        }

        assertThatThrownBy(() -> {
                    try (Connection own = open()) {
                        new PortionReading<>(ALL, ranges, customer -> new Seen(customer, new ArrayList<>()))
                                .read(failing, own);
                    }
                })
                .isInstanceOf(WauException.class)
                .hasMessageContaining("no more connections");
    }

    private List<Long> read(List<PartRange> ranges, int readers) throws SQLException {
        Connections connections = new Connections() {
            @Override
            public Connection open() throws SQLException {
                return PortionReadingTest.this.open();
            }

            @Override
            public int together() {
                return readers;
            }
        };
        PortionReading<Seen> reading =
                new PortionReading<>(ALL, ranges, customer -> new Seen(customer, new ArrayList<>()));
        try (Connection own = open()) {
            reading.read(connections, own);
        }
        return reading.blocks().stream().flatMap(seen -> seen.parts().stream()).toList();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static List<Long> parts(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
