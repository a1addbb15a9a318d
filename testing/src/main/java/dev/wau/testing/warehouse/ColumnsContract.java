package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wau.csv.ColumnNames;
import dev.wau.load.ColumnPlan;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.FileRows;
import dev.wau.load.HistoryFile;
import dev.wau.load.StagedFile;
import dev.wau.load.TableShape;
import dev.wau.model.FileId;
import dev.wau.model.RefusalReason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every warehouse promises of columns and values: nothing is lost, nothing is altered, nothing becomes SQL. */
public abstract class ColumnsContract extends WarehouseSetting {

    private static final String TIME = "2025-01-06 08:00:00";

    @Test
    void everyHeaderNameBecomesAColumn() {
        FileId first = loads.load("acme/a.csv", "timestamp,event,orderId\n" + TIME + ",a,17\n");
        FileId second = loads.load("acme/b.csv", "plan,event,timestamp\nfree,b," + TIME + "\n");

        assertThat(loads.column(first, "order_id")).containsExactly("17");
        assertThat(loads.column(first, "plan")).containsExactly("-");
        assertThat(loads.column(second, "plan")).containsExactly("free");
        assertThat(columns()).contains("event", "order_id", "plan");
    }

    @Test
    void theTablesShapeSaysWhereItIsAndWhatItsColumnsAre() {
        loads.load("acme/a.csv", "timestamp,event,orderId\n" + TIME + ",a,17\n");

        TableShape shape = warehouse.shape();

        assertThat(shape.table()).isEqualTo("wau_audit_logs");
        assertThat(shape.place()).matches("[^.]+[.][^.]+[.]wau_audit_logs");
        assertThat(shape.engine()).matches("[a-z]+");
        List<String> names =
                shape.columns().stream().map(TableShape.Column::name).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .containsAll(ColumnNames.LINEAGE)
                .containsAll(ColumnPlan.FIXED)
                .containsAll(columns());
        assertThat(ColumnPlan.further(names)).containsExactly("order_id");
        assertThat(type(shape, "event_time")).contains("timestamp");
        assertThat(type(shape, "line")).contains("bigint");
        assertThat(type(shape, "order_id")).isEqualTo(type(shape, "event"));
    }

    private static String type(TableShape shape, String column) {
        return shape.columns().stream()
                .filter(known -> known.name().equals(column))
                .map(known -> known.type().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> columns() {
        HistoryFile any = loads.loaded().get(0);
        try (FileRows rows = warehouse.history().rows(any.id())) {
            return rows.columns();
        }
    }

    @Test
    void filesOfOneRunMayHaveDifferentColumns() {
        List<FileId> files = loads.load(
                "acme/a.csv",
                "timestamp,event,x,y\n" + TIME + ",a,1,2\n",
                "acme/b.csv",
                "z,timestamp,event,y\n3," + TIME + ",a,4\n",
                "acme/c.csv",
                "timestamp,event\n" + TIME + ",a\n");

        assertThat(loads.column(files.get(0), "y")).containsExactly("2");
        assertThat(loads.column(files.get(1), "y")).containsExactly("4");
        assertThat(loads.column(files.get(1), "z")).containsExactly("3");
        assertThat(loads.column(files.get(2), "x")).containsExactly("-");
    }

    @Test
    void columnsBeyondTheBoundGoToDetails() {
        loads.columns(ColumnPolicy.EVOLVE, 2);
        FileId file = loads.load("acme/a.csv", "timestamp,event,fieldD,c,b,a\n" + TIME + ",a,4,3,2,1\n");
        FileId later = loads.load("acme/b.csv", "timestamp,event,a,e\n" + TIME + ",a,1,5\n");

        assertThat(loads.column(file, "a")).containsExactly("1");
        assertThat(loads.column(file, "b")).containsExactly("2");
        assertThat(loads.column(file, "details")).containsExactly("{\"c\":\"3\",\"fieldD\":\"4\"}");
        assertThat(loads.column(later, "details")).containsExactly("{\"e\":\"5\"}");
        assertThat(columns()).contains("a", "b").doesNotContain("c", "e", "field_d");
    }

    @Test
    void rescueSendsUnknownNamesToDetails() {
        loads.load("acme/a.csv", "timestamp,event,known\n" + TIME + ",a,1\n");
        loads.columns(ColumnPolicy.RESCUE, 200);
        FileId file = loads.load("acme/b.csv", "timestamp,event,Known,newName\n" + TIME + ",a,2,3\n");

        assertThat(loads.column(file, "known")).containsExactly("2");
        assertThat(loads.column(file, "details")).containsExactly("{\"newName\":\"3\"}");
    }

    @Test
    void strictRefusesAFileWithAnUnknownName() {
        loads.load("acme/a.csv", "timestamp,event,known\n" + TIME + ",a,1\n");
        loads.columns(ColumnPolicy.STRICT, 200);
        loads.load("acme/b.csv", "timestamp,event,known,userId\n" + TIME + ",b,2,ann\n");
        loads.change(transaction -> {
            StagedFile staged = transaction
                    .stage(
                            List.of(loads.file(
                                    transaction.nextFileId(),
                                    "acme/c.csv",
                                    "timestamp,event,stranger\n" + TIME + ",a,2\n")),
                            TestingLoads.stage())
                    .get(0);
            assertThat(Objects.requireNonNull(staged.refusal()).reason()).isEqualTo(RefusalReason.UNKNOWN_COLUMN);
            assertThat(staged.refusal()).hasMessageContaining("'stranger'");
        });
        assertThat(loads.table()).hasSize(2);
    }

    @Test
    void twoNamesOfOneColumnAreBothKept() {
        FileId file = loads.load("acme/a.csv", "timestamp,event,foo_bar,fooBar\n" + TIME + ",a,1,2\n");

        assertThat(loads.column(file, "foo_bar")).containsExactly("2");
        assertThat(loads.column(file, "details")).containsExactly("{\"foo_bar\":\"1\"}");
    }

    @Test
    void theTablesOwnNamesAreNotOverwritten() {
        FileId file = loads.load(
                "acme/a.csv",
                "timestamp,event,file_id,line,details,event_hash,occurrence,event_time,customer\n" + TIME
                        + ",a,1,2,3,4,5,6,other\n");

        for (String name : ColumnNames.LINEAGE) {
            assertThat(columns()).contains("source_" + name);
            assertThat(loads.column(file, "source_" + name)).doesNotContain("-");
        }
        assertThat(loads.column(file, "source_customer")).containsExactly("other");
        assertThat(loads.column(file, "details")).containsExactly("-");
    }

    @Test
    void hostileHeaderNamesAreData() {
        List<String> names = List.of(
                "x\"\"; DROP TABLE wau_files; --",
                "'; DELETE FROM wau_runs; --",
                "select",
                "a b\tc",
                "reject reason",
                "hash high",
                "rowid",
                "$1",
                "?",
                "%s",
                "\\",
                "名前",
                "İstanbul",
                "n".repeat(300));
        String header = names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
        String cells = IntStream.range(0, names.size()).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        FileId file = loads.load("acme/a.csv", "timestamp,event," + header + "\n" + TIME + ",a," + cells + "\n");

        assertThat(loads.history(file).counts().loaded()).isEqualTo(1);
        for (int i = 0; i < names.size(); i++) {
            assertThat(loads.table().get(0)).containsPattern("=v" + i + "[,}]|\"v" + i + "\"");
        }
        loads.columns(ColumnPolicy.EVOLVE, 0);
        loads.load("acme/b.csv", "timestamp,event,\"no\"\"room\\\"\n" + TIME + ",b,1\n");
        assertThat(warehouse.history().runs()).hasSize(2);
    }

    @Test
    void valuesAreLoadedAsTheyAre() throws JsonProcessingException {
        String value =
                "a \"quoted\" {\"json\": [1,\\n]}, 'it''s'\nnew\r\nline\ttab \u0001\u001f\u007f é 漢字 😀 \uFFFD ;--";
        String cell = "\"" + value.replace("\"", "\"\"") + "\"";
        loads.columns(ColumnPolicy.EVOLVE, 1);
        FileId file = loads.load(
                "acme/a.csv",
                "timestamp,event,userId,note,zzz\n" + TIME + "," + cell + "," + cell + "," + cell + "," + cell + "\n");

        assertThat(loads.column(file, "event")).containsExactly(value);
        assertThat(loads.column(file, "user_id")).containsExactly(value);
        assertThat(loads.column(file, "note")).containsExactly(value);
        String details = loads.column(file, "details").get(0);
        Map<?, ?> parsed = new ObjectMapper().readValue(details, Map.class);
        assertThat(parsed.get("zzz")).isEqualTo(value);
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        FileId file = loads.load(
                "acme/a.csv",
                "timestamp,event\n2025-01-06 08:00:00.123456,a\n1969-12-31 23:59:59.999999,b\n2025-03-30 02:30:00,c\n");

        try (FileRows rows = warehouse.history().rows(file)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.timeMicros()).isEqualTo(1736150400123456L);
            assertThat(rows.next()).isTrue();
            assertThat(rows.timeMicros()).isEqualTo(-1);
            assertThat(rows.next()).isTrue();
            assertThat(rows.timeMicros()).isEqualTo(1743301800000000L);
        }
        assertThat(loads.history(file).firstEvent()).isEqualTo("1969-12-31T23:59:59.999999Z");
    }

    @Test
    void rowsCarryTheReadersHash() throws java.io.IOException {
        String text = "timestamp,event\n" + TIME + ",a\n" + TIME + ",b\n";
        FileId file = loads.load("acme/a.csv", text);

        try (var reader = loads.file(file, "acme/a.csv", text).open(reject -> {});
                FileRows rows = warehouse.history().rows(file)) {
            while (reader.next()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.hashHigh()).isEqualTo(reader.record().hashHigh());
                assertThat(rows.hashLow()).isEqualTo(reader.record().hashLow());
                assertThat(rows.line()).isEqualTo(reader.record().line());
            }
        }
    }

    @Test
    void longValuesAndManyColumnsFit() {
        String big = "x".repeat(Math.min(900_000, warehouse.longestText()));
        String header = IntStream.range(0, 150).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 150).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        FileId file = loads.load(
                "acme/a.csv",
                "timestamp,event,big," + header + "\n"
                        + (TIME + ",a," + big + "," + cells + "\n").repeat(60)
                        + (TIME + ",b,," + cells + "\n").repeat(5_000));

        assertThat(loads.history(file).counts().loaded()).isEqualTo(5_060);
        assertThat(loads.column(file, "c149")).hasSize(5_060).containsOnly("v149");
        assertThat(loads.column(file, "big").get(59)).isEqualTo(big);
    }
}
