package dev.wau.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.testing.catalog.TableCatalogContract;
import dev.wau.testing.store.FailingObjectStore;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StoredCatalogTest extends TableCatalogContract {

    private static final TableName NAME = new TableName("wau", "csv");

    private final ObjectStore central = new MemoryObjectStore();

    @Override
    protected TableCatalog catalog(List<CatalogTable> tables) {
        StoredCatalog catalog = new StoredCatalog(central);
        tables.forEach(catalog::register);
        return catalog;
    }

    @Test
    void what_was_the_same_is_not_written_again() {
        TableCatalog catalog = catalog(List.of(table()));
        String version = central.find(new ObjectKey("catalog/wau.csv.json"))
                .orElseThrow()
                .version();

        catalog.register(table());

        assertThat(central.find(new ObjectKey("catalog/wau.csv.json"))
                        .orElseThrow()
                        .version())
                .isEqualTo(version);
    }

    @Test
    void a_table_goes_by_its_file() {
        assertThat(new StoredCatalog(central).removal(new TableName("wau", "Complete")))
                .isEqualTo("remove catalog/wau.complete.json from the central bucket");
    }

    @Test
    void a_file_in_the_catalogs_place_is_not_taken_for_no_table(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("catalog"), "");

        assertThatThrownBy(() -> new StoredCatalog(new LocalFolder(folder)).list("wau"))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("'catalog' there is a file, and should be a folder");
    }

    @Test
    void what_is_too_large_is_said_to_be() {
        write("{\"format\": \"wau-catalog-table\", \"version\": 1, \"description\": \"" + "x".repeat(17 << 20) + "\"}");

        assertThatThrownBy(() -> new StoredCatalog(central).find(NAME))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("it is larger than 16 MiB");
    }

    @Test
    void members_that_a_later_version_adds_are_passed_over() {
        write("""
                {"format": "wau-catalog-table", "version": 1, "database": "wau", "table": "csv",
                 "location": "here", "owner": {"name": "x"}, "tags": ["a"], "columns": [{"name": "a", "type": "string",
                 "seen": 3}]}""");

        CatalogTable found = new StoredCatalog(central).find(NAME).orElseThrow();

        assertThat(found.location()).isEqualTo("here");
        assertThat(found.columns()).containsExactly(new CatalogColumn("a", "string"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                                        | it isn't a JSON object
            {"format": "other", "version": 1}                                         | 'format' isn't 'wau-catalog-table'
            {"format": "wau-catalog-table", "version": 0}                             | its version is 0, this wau knows 1
            {"format": "wau-catalog-table", "version": "x"}                           | it is no JSON or not whole (line 1)
            {"format": "wau-catalog-table", "version": 1, "columns": [1]}             | an entry of 'columns' isn't an object
            {"format": "wau-catalog-table", "version": 1, "columns": [{"name": null, "type": "string"}]} | an entry of 'columns' has no name or no type that is a text
            {"format": "wau-catalog-table", "version": 1, "columns": [{"name": "a", "type": 7}]} | an entry of 'columns' has no name or no type that is a text
            {"format": "wau-catalog-table", "version": 1, "database": "wau", "table": "csv"} x | it is no JSON or not whole
            {"format": "wau-catalog-table", "version": 1, "database": "wau", "table": "csv"}{} | something stands behind its end
            {"format": "wau-catalog-table", "version": 1, "database": "wau"}          | Invalid table: 'wau.'
            {"format": "wau-catalog-table", "version": 1, "columns": {}}              | 'columns' isn't an array
            {"format": "wau-catalog-table", "vers                                     | it is no JSON or not whole (line 1)
            """)
    void what_is_no_table_says_so_and_what_to_do(String content, String reason) {
        write(content);

        assertThatThrownBy(() -> new StoredCatalog(central).find(NAME))
                .isInstanceOf(WauException.class)
                .hasMessageStartingWith("Cannot read catalog/wau.csv.json of the catalog in ")
                .hasMessageContaining(reason)
                .hasMessageContaining("; wau crawl writes it anew (")
                .hasMessageNotContaining("Stream")
                .extracting(error -> ((WauException) error).code())
                .isEqualTo(ErrorCode.CATALOG_FAILED);
        assertThat(new StoredCatalog(central).registering(table())).isEqualTo(Registration.CHANGED);
        assertThat(new StoredCatalog(central).register(table())).isEqualTo(Registration.CHANGED);
        assertThat(new StoredCatalog(central).find(NAME)).contains(table());
    }

    @Test
    void what_a_newer_version_wrote_is_not_written_over() {
        write("{\"format\": \"wau-catalog-table\", \"version\": 2}");

        for (ThrowingCallable asked : List.<ThrowingCallable>of(
                () -> new StoredCatalog(central).find(NAME),
                () -> new StoredCatalog(central).registering(table()),
                () -> new StoredCatalog(central).register(table()))) {
            assertThatThrownBy(asked)
                    .isInstanceOf(WauException.class)
                    .hasMessageStartingWith("Cannot read catalog/wau.csv.json of the catalog in ")
                    .hasMessageEndingWith(
                            "its version is 2, this wau knows 1: a newer wau wrote it; use the newer wau here too:"
                                    + " 'wau version' tells which one it is");
        }
    }

    @Test
    void one_that_cannot_be_read_does_not_hide_the_others() {
        catalog(List.of(table()));
        file("wau.broken.json", "{");
        file("wau.next.json", "{\"format\": \"wau-catalog-table\", \"version\": 2}");

        TableListing listed = new StoredCatalog(central).list("wau");

        assertThat(listed.tables()).containsExactly(table());
        assertThat(listed.unread())
                .containsExactly(
                        new UnreadTable(
                                new TableName("wau", "broken"),
                                new ObjectKey("catalog/wau.broken.json"),
                                "it is no JSON or not whole (line 1)",
                                "wau crawl writes it anew (one that it leaves as it is: remove it)"),
                        new UnreadTable(
                                new TableName("wau", "next"),
                                new ObjectKey("catalog/wau.next.json"),
                                "its version is 2, this wau knows 1: a newer wau wrote it",
                                "use the newer wau here too: 'wau version' tells which one it is"));
    }

    @Test
    void a_copied_file_is_a_table_of_its_own_name() {
        catalog(List.of(table()));
        file("wau.copy.json", new String(CatalogTableJson.write(table()), StandardCharsets.UTF_8));

        TableName copy = new TableName("wau", "copy");
        assertThat(new StoredCatalog(central).list("wau").tables()).containsExactly(table().named(copy), table());
        assertThat(new StoredCatalog(central).find(copy)).contains(table().named(copy));
    }

    @Test
    void strangers_in_the_folder_are_no_tables() {
        catalog(List.of(table()));
        for (String name : List.of("wau.md", "wau.a.b.json", "notes.txt", "wau.x/y.json", "wau.x y.json")) {
            central.createIfAbsent(new ObjectKey("catalog/" + name), new byte[0]);
        }

        assertThat(new StoredCatalog(central).list("wau")).isEqualTo(new TableListing(List.of(table())));
    }

    @ParameterizedTest
    @EnumSource(FailingObjectStore.Moment.class)
    void a_registration_that_fails_leaves_the_old_table_or_the_new_one(FailingObjectStore.Moment moment) {
        catalog(List.of(table()));
        CatalogTable next = new CatalogTable(NAME, "there", List.of(), java.util.Map.of(), null);

        assertThatThrownBy(() -> new StoredCatalog(new FailingObjectStore(central, 1, moment)).register(next))
                .isInstanceOf(WauException.class);

        boolean done = moment == FailingObjectStore.Moment.AFTER;
        assertThat(new StoredCatalog(central).find(NAME)).contains(done ? next : table());
        assertThat(new StoredCatalog(central).register(next))
                .isEqualTo(done ? Registration.SAME : Registration.CHANGED);
    }

    private void write(String content) {
        file("wau.csv.json", content);
    }

    private void file(String name, String content) {
        central.createIfAbsent(new ObjectKey("catalog/" + name), content.getBytes(StandardCharsets.UTF_8));
    }

    private static CatalogTable table() {
        return new CatalogTable(NAME, "here", List.of(), java.util.Map.of(), null);
    }
}
