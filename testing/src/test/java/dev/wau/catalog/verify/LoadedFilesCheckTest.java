package dev.wau.catalog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.FilesTable;
import dev.wau.load.ColumnPolicy;
import dev.wau.model.ObjectKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the load history holds, beside what stands in csv/. */
class LoadedFilesCheckTest extends CheckSetting {

    @Test
    void files_that_were_loaded_and_are_gone() {
        loaded = new LoadedFiles(
                Set.of(new ObjectKey("csv/acme/a.csv")),
                List.of(
                        new ObjectKey("csv/bolt/1.csv"),
                        new ObjectKey("csv/bolt/2.csv"),
                        new ObjectKey("csv/cube/1.csv")));

        assertThat(check())
                .extracting(finding -> words(finding) + " " + finding.message())
                .containsExactly(
                        "file-gone differs null null csv/bolt/1.csv:0 it was loaded, and is gone from csv/"
                                + " (of this customer's files 2 are)",
                        "file-gone differs null null csv/cube/1.csv:0 it was loaded, and is gone from csv/");
    }

    @Test
    void records_that_cannot_be_read_are_told() {
        files.file("acme/a.csv", "timestamp,event,userId,orderSize", TIME + ",e,ann,7", "never,e,ann,8");

        assertThat(words(only())).isEqualTo("records-unreadable explained null null null:0");
        assertThat(only().message()).startsWith("1 of 2 records looked at can't be read");
    }

    @Test
    void columns_that_go_to_details_are_told_once() {
        policy = ColumnPolicy.RESCUE;
        files.file("acme/a.csv", "timestamp,event,userId,orderSize,a,b,c", TIME + ",e,u,1,2,3,4");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));

        assertThat(words(only())).isEqualTo("column-not-in-warehouse explained null a csv/acme/a.csv:1");
        assertThat(only().message()).endsWith("it goes to details (policies.columns: rescue) (as 2 others do)");
    }

    @ParameterizedTest
    @CsvSource({
        "csv/acme/a.csv, 'wau load; if nothing waits for it, wau reload csv/acme/a.csv; then wau crawl'",
        "csv/acme/b.csv, 'wau load; if nothing waits for it, wau load --list; then wau crawl'"
    })
    void a_column_comes_by_a_load_of_its_file_whether_one_waits_or_not(String history, String remedy) {
        files.file("acme/a.csv", "timestamp,event,userId,orderSize,shoeSize", TIME + ",e,u,1,40");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        loaded = new LoadedFiles(Set.of(new ObjectKey(history)), List.of());

        assertThat(words(only())).isEqualTo("column-not-in-warehouse differs null shoeSize csv/acme/a.csv:1");
        assertThat(only().remedy()).isEqualTo(remedy);
    }
}
