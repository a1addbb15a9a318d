package dev.wau.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.catalog.MemoryTableCatalog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobPlacesTest {

    private static final String URL =
            "jdbc:redshift://wg.123456789012.eu-west-1.redshift-serverless.amazonaws.com:5439/dev";

    private final MemoryTableCatalog catalog = new MemoryTableCatalog();
    private final JobPlaces places = new JobPlaces(catalog);

    @ParameterizedTest
    @CsvSource({
        "s3://bucket,             s3://bucket",
        "s3://bucket/wau,         s3://bucket/wau",
        "s3://bucket/wau/csv,     s3://bucket/wau",
        "s3://bucket/wau/csv/,    s3://bucket/wau",
        "s3://bucket/csv/,        s3://bucket",
        "s3://bucket/mycsv/,      s3://bucket/mycsv/"
    })
    void the_source_by_its_url_is_the_central_bucket(String source, String central) {
        assertThat(places.central(source)).hasToString(central);
    }

    @Test
    void the_source_by_its_table_is_the_bucket_around_csv() {
        add("files", "s3://bucket/wau/csv/", null);

        assertThat(places.central("audit.files")).hasToString("s3://bucket/wau");
    }

    @Test
    void a_table_of_another_place_is_no_source() {
        add("files", "s3://bucket/raw/", null);

        assertFails(ErrorCode.INVALID_CONFIGURATION, () -> places.central("audit.files"))
                .hasMessage(
                        "Cannot use table audit.files of the catalog as --wau-source: its location is"
                                + " 's3://bucket/raw/' (that of the table over the aggregated files is s3://BUCKET/PREFIX/csv/)");
    }

    @Test
    void the_target_by_its_table_is_schema_and_url_of_the_connection() {
        add("rows", "dev.audit.wau_audit_logs", new CatalogConnection("c", URL, "wau/redshift"));

        assertThat(places.target("audit.rows")).isEqualTo(new WarehouseTarget(URL, "audit", "wau/redshift"));
    }

    @Test
    void a_connection_without_a_secret_is_logged_in_to_by_iam() {
        add("rows", "dev.public.wau_audit_logs", new CatalogConnection("c", URL, null));

        assertThat(places.target("audit.rows"))
                .isEqualTo(new WarehouseTarget(URL.replace("redshift:", "redshift:iam:"), "public", null));
    }

    @Test
    void the_target_by_its_url_is_taken_as_it_stands() {
        assertThat(places.target(URL)).isEqualTo(new WarehouseTarget(URL, null, null));
        assertFails(ErrorCode.INVALID_ARGUMENT, () -> places.target(URL + "?user=a&password=s3cret"))
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dev.audit.events             | jdbc:redshift://h:5439/dev         | (wau loads dev.SCHEMA.wau_audit_logs of jdbc:redshift://h:5439/dev)
            other.audit.wau_audit_logs   | jdbc:redshift://h:5439/dev         | its location is 'other.audit.wau_audit_logs'
            s3://bucket/csv/             | jdbc:redshift://h:5439/dev         | its location is 's3://bucket/csv/'
            dev.audit.wau_audit_logs     | jdbc:mysql://h/dev                 | connection 'c' doesn't lead to Redshift
            dev.audit.wau_audit_logs     | jdbc:redshift://h/dev?pwd=s3cret   | the URL of its connection 'c' holds a password
            """)
    void another_table_or_database_is_no_target(String location, String url, String rule) {
        add("rows", location, new CatalogConnection("c", url, "wau/redshift"));

        assertFails(ErrorCode.INVALID_CONFIGURATION, () -> places.target("audit.rows"))
                .hasMessageStartingWith("Cannot use table audit.rows of the catalog as --wau-target: ")
                .hasMessageContaining(rule)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_table_without_a_connection_is_no_target() {
        add("rows", "dev.audit.wau_audit_logs", null);

        assertFails(ErrorCode.INVALID_CONFIGURATION, () -> places.target("audit.rows"))
                .hasMessageContaining("it names no connection");
    }

    @Test
    void what_the_catalog_does_not_list_is_named() {
        assertFails(ErrorCode.NOT_FOUND, () -> places.central("audit.files"))
                .hasMessage("Cannot find --wau-source: the catalog has no table 'files' in database 'audit' (check both"
                        + " names, the account and the region)");
        assertFails(ErrorCode.INVALID_ARGUMENT, () -> places.target("files"))
                .hasMessage("Invalid table: 'files.' (DATABASE.TABLE, as the catalog lists it)");
    }

    private void add(String table, String location, @Nullable CatalogConnection connection) {
        catalog.add(new CatalogTable(new TableName("audit", table), location, List.of(), Map.of(), connection));
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        WauException error = catchThrowableOfType(WauException.class, work);
        assertThat(error.code()).isEqualTo(code);
        return assertThat(error);
    }
}
