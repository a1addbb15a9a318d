package dev.wau.catalog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.RowsTable;
import dev.wau.catalog.TableFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where tables lie, how they are read and reached. */
class CatalogPlacesTest extends CheckSetting {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://central/wau/csv       | -
            s3://central/wau/csv/acme/ | location-differs part-of-files
            s3://central/wau/complete/ | location-differs other-data
            s3://central/wau/          | location-differs other-data
            s3://central               | location-differs other-data
            s3://elsewhere/csv/        | location-differs
            """)
    void where_the_table_over_the_files_is_said_to_be(String place, String kinds) {
        register(table -> with(table, place, table.parameters(), table.format(), table.partitions()));

        assertThat(String.join(
                        " ",
                        check().stream()
                                .map(finding -> finding.kind().code())
                                .sorted()
                                .toList()))
                .isEqualTo(kinds.equals("-") ? "" : kinds);
    }

    @Test
    void other_tables_over_the_bucket_are_a_crawlers_mistake() {
        table("markers", "s3://central/wau/complete/");
        table("acme", "s3://central/wau/csv/acme/");
        table("bucket", "s3://central/");
        table("second", "s3://central/wau/csv/");
        table("unrelated", "s3://central/other/");
        table("prefix", "s3://central/waukegan/");

        assertThat(check().get(0).remedy())
                .isEqualTo("remove audit.acme; if a crawler made it, let that one have csv/ only, as one table"
                        + " (CombineCompatibleSchemas)");
        assertThat(check())
                .extracting(finding -> finding.table() + " " + finding.kind().code() + " "
                        + finding.standing().code())
                .containsExactly(
                        "audit.acme part-of-files differs",
                        "audit.bucket other-data differs",
                        "audit.markers other-data differs",
                        "audit.second location-differs explained");
    }

    @Test
    void a_crawlers_partition_column_may_double_a_column() {
        files.file("acme/a.csv", "timestamp,event,customer", TIME + ",e,acme");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        register(table -> with(
                table,
                table.location(),
                table.parameters(),
                table.format(),
                List.of(new CatalogColumn("customer", "string"), new CatalogColumn("partition_0", "string"))));

        assertThat(check())
                .extracting(CheckSetting::words)
                .contains(
                        "partition-doubled differs audit.csv customer null:0",
                        "partition-doubled explained audit.csv partition_0 null:0");
    }

    @Test
    void a_table_that_is_read_wrongly() {
        Map<String, String> parameters = new HashMap<>(Map.of("classification", "json"));
        register(table -> with(
                table,
                table.location(),
                parameters,
                new TableFormat("", "", TableFormat.LAZY_READER, Map.of()),
                List.of()));

        assertThat(check())
                .extracting(finding -> finding.kind().code() + ": " + finding.message())
                .containsExactly(
                        "classification-differs: the catalog says 'json', the files are csv",
                        "format-differs: it is read by LazySimpleSerDe, which cuts cells at commas inside of quotes too",
                        "format-differs: skip.header.line.count isn't 1: each file's header would be a record");
    }

    @Test
    void the_connection_is_the_one_of_the_configuration_and_leads_to_the_database() {
        connection = "to-redshift";
        assertThat(only().message())
                .isEqualTo("the catalog names no connection, wau.yaml says 'to-redshift' (glue.connection)");

        rows(new CatalogConnection("to-redshift", "jdbc:redshift://host.example:5439/other", "secret"));
        assertThat(only().message())
                .isEqualTo("its connection 'to-redshift' leads to database 'other', the table is in 'dev'");

        rows(new CatalogConnection("to-redshift", "jdbc:redshift://host.example:5439/dev", "secret"));
        assertThat(check()).isEmpty();
    }

    @Test
    void a_warehouse_of_another_kind_or_place() {
        catalog.add(new CatalogTable(
                NAMES.rows(shape()),
                "dev.private.wau_audit_logs",
                RowsTable.of(shape(), NAMES.rows(shape()), null).columns(),
                Map.of("classification", "mysql"),
                null));

        assertThat(check())
                .extracting(finding -> finding.kind().code())
                .containsExactly("location-differs", "classification-differs");
    }
}
