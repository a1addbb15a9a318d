package dev.wau.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.schema.TestingFiles;
import dev.wau.store.Location;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FilesTableTest {

    private static final TableName NAME = new TableName("wau", "csv");
    private static final String TIME = "2025-01-06 10:00:00";

    private final TestingFiles files = new TestingFiles();

    private CatalogTable table() {
        return FilesTable.of(files.schema(), NAME, Location.of("s3://central/wau"));
    }

    @Test
    void names_are_small_letters_and_each_its_own() {
        files.file(
                "acme/a.csv",
                "timestamp,event,Event,EVENT,event_2,\"a,b\",\"x\ny\",\u00dcber",
                TIME + ",1,2,3,4,5,6,7");

        assertThat(table().columns())
                .extracting(CatalogColumn::name)
                .containsExactly("timestamp", "event", "event_2", "event_3", "event_2_2", "a_b", "x_y", "\u00fcber");
        assertThat(table().parameters())
                .containsEntry("wau.header.event_2", "Event")
                .containsEntry("wau.header.a_b", "a,b")
                .doesNotContainKeys("wau.header.timestamp", "wau.header.x_y")
                .containsEntry("wau.type.event_2", "bigint");
    }

    @Test
    void long_names_are_cut() {
        files.file("acme/a.csv", "timestamp,event," + "x".repeat(300) + "," + "x".repeat(299) + "y", TIME + ",e,1,2");

        assertThat(table().columns().subList(2, 4))
                .extracting(column -> column.name().length())
                .allMatch(length -> length <= 255);
        assertThat(table().columns()).extracting(CatalogColumn::name).doesNotHaveDuplicates();
    }

    @Test
    void it_says_what_a_reader_by_position_gets() {
        files.file("acme/a.csv", "timestamp,event", TIME + ",e");
        assertThat(table().description()).endsWith("All have the same header, and cells stand in this order.");
        assertThat(table().parameters()).containsEntry("wau.headers", "one");

        files.file("acme/b.csv", "event,timestamp", "e," + TIME);
        assertThat(table().description()).contains("takes cells by position", "they land in other columns");
        assertThat(table().parameters()).containsEntry("wau.headers", "several");
    }

    @Test
    void more_of_the_same_files_change_nothing() {
        files.file("acme/a.csv", "timestamp,event", TIME + ",e");
        CatalogTable before = table();
        files.file("bolt/b.csv", "timestamp,event", TIME + ",e", TIME + ",f");

        assertThat(table()).isEqualTo(before);
    }

    @Test
    void every_column_is_text_and_its_type_is_said_beside() {
        files.file("acme/a.csv", "timestamp,event,size", TIME + ",e,7")
                .file("acme/b.csv", "timestamp,event", TIME + ",e");

        assertThat(table().columns())
                .containsExactly(
                        new CatalogColumn("timestamp", "string", "timestamp"),
                        new CatalogColumn("event", "string", "string"),
                        new CatalogColumn("size", "string", "bigint, not in every file"));
        assertThat(table().format()).isEqualTo(TableFormat.CSV);
    }

    @Test
    void it_lies_over_csv_of_the_bucket() {
        assertThat(FilesTable.location(Location.of("s3://central"))).isEqualTo("s3://central/csv/");
        assertThat(FilesTable.location(Location.of("s3://central/wau/"))).isEqualTo("s3://central/wau/csv/");
        assertThat(FilesTable.location(Location.folder(Path.of("/srv/central"))))
                .isEqualTo("/srv/central/csv/");
    }

    @Test
    void tables_are_called_as_crawlers_call_them() {
        CatalogNames names = new CatalogNames("audit", "raw_");
        dev.wau.load.TableShape shape =
                new dev.wau.load.TableShape("redshift", "Dev-1", "public", "wau_audit_logs", java.util.List.of());

        assertThat(names.files()).isEqualTo(new TableName("audit", "raw_csv"));
        assertThat(names.rows(shape)).isEqualTo(new TableName("audit", "raw_dev_1_public_wau_audit_logs"));
        assertThat(names.asked("CSV")).isEqualTo(new TableName("audit", "csv"));
        assertThat(names.asked("other.CSV")).isEqualTo(new TableName("other", "csv"));
    }
}
