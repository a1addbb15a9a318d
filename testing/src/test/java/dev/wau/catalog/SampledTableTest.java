package dev.wau.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.Sampling;
import dev.wau.catalog.schema.TestingFiles;
import dev.wau.store.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampledTableTest {

    private static final TableName NAME = new TableName("wau", "csv");
    private static final Location CENTRAL = Location.of("s3://central/wau");
    private static final String TIME = "2025-01-06 10:00:00";
    private static final Sampling PART = Sampling.files(1);

    private final TestingFiles files = new TestingFiles();

    private CatalogTable whole() {
        return table(files.schema());
    }

    private static CatalogTable table(FilesSchema schema) {
        return FilesTable.of(schema, NAME, CENTRAL);
    }

    /** What is listed after a look at the newest file of each customer. */
    private SampledTable part(CatalogTable listed) {
        FilesSchema schema = files.schema(PART);
        return SampledTable.of(table(schema), listed, schema);
    }

    @Test
    void what_a_part_of_the_files_does_not_show_stays() {
        files.file("acme/a.csv", "timestamp,event,n,only", TIME + ",e,many,1");
        files.file("acme/b.csv", "timestamp,event,n", TIME + ",e,7");
        files.file("acme/c.csv", "timestamp,event,n", TIME + ",e,8");
        CatalogTable listed = whole();

        SampledTable after = part(listed);

        assertThat(table(files.schema(PART)).parameters()).containsEntry("wau.type.n", "bigint");
        assertThat(after.table()).isEqualTo(listed);
        assertThat(after.kept()).containsExactly("n", "only");
        assertThat(part(after.table())).isEqualTo(after);
    }

    @Test
    void a_type_that_a_value_breaks_is_that_of_all_values() {
        files.file("acme/a.csv", "timestamp,event,n,b,empty", TIME + ",e,7,true,7");
        CatalogTable listed = whole();
        files.file("acme/b.csv", "timestamp,event,n,b,empty", TIME + ",e,7.5,1,");

        assertThat(part(listed).table().parameters())
                .containsEntry("wau.type.n", "double")
                .containsEntry("wau.type.b", "string")
                .containsEntry("wau.type.empty", "bigint");
    }

    @Test
    void new_columns_come_behind_and_the_listed_order_of_several_stays() {
        files.file("acme/a.csv", "timestamp,event,n", TIME + ",e,7");
        files.file("acme/b.csv", "timestamp,event", TIME + ",e");
        files.file("acme/c.csv", "timestamp,event,n", TIME + ",e,7");
        CatalogTable listed = whole();
        files.file("acme/d.csv", "event,Event,timestamp", "e,f," + TIME);

        CatalogTable after = part(listed).table();

        assertThat(after.columns())
                .containsExactly(
                        new CatalogColumn("timestamp", "string", "timestamp"),
                        new CatalogColumn("event", "string", "string"),
                        new CatalogColumn("n", "string", "bigint, not in every file"),
                        new CatalogColumn("event_2", "string", "string, not in every file"));
        assertThat(after.parameters())
                .containsEntry("wau.headers", "several")
                .containsEntry("wau.header.event_2", "Event");
    }

    @Test
    void a_look_at_all_files_lists_what_is_there() {
        files.file("acme/a.csv", "timestamp,event,n,only", TIME + ",e,many,1");
        CatalogTable listed = whole();
        files.file("acme/a.csv", "timestamp,event,n", TIME + ",e,7");
        FilesSchema schema = files.schema();

        assertThat(SampledTable.of(table(schema), listed, schema)).isEqualTo(new SampledTable(whole(), List.of()));
    }

    @Test
    void of_a_table_over_other_files_or_of_another_program_nothing_stays() {
        files.file("acme/a.csv", "timestamp,event,only", TIME + ",e,1");
        CatalogTable crawled = whole();
        CatalogTable elsewhere = FilesTable.of(files.schema(), NAME, Location.of("s3://other"));
        files.file("acme/b.csv", "timestamp,event", TIME + ",e");
        CatalogTable foreign =
                new CatalogTable(NAME, crawled.location(), crawled.columns(), Map.of("classification", "csv"), null);

        assertThat(part(elsewhere).kept()).isEmpty();
        assertThat(part(foreign).kept()).isEmpty();
        assertThat(part(crawled).kept()).containsExactly("only");
    }

    @Test
    void a_listed_table_that_is_damaged_is_mended() {
        files.file("acme/a.csv", "timestamp,event,n", TIME + ",e,7");
        files.file("acme/b.csv", "timestamp,event,n", TIME + ",e,7");
        CatalogTable right = whole();
        Map<String, String> parameters = new HashMap<>(right.parameters());
        parameters.put("wau.type.n", "bigly");
        List<CatalogColumn> columns = new ArrayList<>(right.columns());
        columns.set(0, new CatalogColumn("timestamp", "int"));
        columns.add(new CatalogColumn("N", "string"));
        CatalogTable damaged = new CatalogTable(NAME, right.location(), columns, parameters, null);

        assertThat(part(damaged).table()).isEqualTo(right);
    }
}
