package dev.wau.catalog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.FilesTable;
import dev.wau.catalog.TableFormat;
import dev.wau.catalog.schema.Sampling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the catalog lists of the table over csv/: the order of its columns, how it is read, headers and types. */
class ListedTableTest extends CheckSetting {

    private static final String FIRST = "timestamp,event,userId,orderSize";

    @Test
    void the_order_that_is_listed_is_compared_and_not_the_one_that_would_be() {
        register(table -> withColumns(table, swapped(table)));

        assertThat(words(only())).isEqualTo("headers-differ differs audit.csv null null:0");
        assertThat(only().message())
                .isEqualTo("in 1 of 1 files looked at, cells stand in another order than the table's,"
                        + " and the table says that all are alike");
    }

    @Test
    void of_several_headers_the_order_that_fits_most_is_the_right_one() {
        files.file("acme/b.csv", FIRST, TIME + ",e,ann,7");
        files.file("acme/c.csv", "event,timestamp,userId,orderSize", "e," + TIME + ",ann,7");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        assertThat(words(only())).isEqualTo("headers-differ explained audit.csv null null:0");
        assertThat(only().message()).startsWith("in 1 of 3 files");

        register(table -> withColumns(table, swapped(table)));

        assertThat(words(only())).isEqualTo("headers-differ differs audit.csv null null:0");
        assertThat(only().message())
                .startsWith("in 2 of 3 files")
                .endsWith("in the order that a crawl lists it would be 1");
        assertThat(only().remedy()).isEqualTo("wau crawl --whole");
    }

    @Test
    void another_order_may_fit_a_sample_better_and_all_files_worse() {
        for (int i = 0; i < 3; i++) {
            files.file("bolt/new" + i + ".csv", "event,timestamp,userId,orderSize", "e," + TIME + ",ann,7");
            files.file("acme/" + i + ".csv", FIRST, TIME + ",e,ann,7");
        }
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        files.file("cube/c.csv", "event,timestamp,userId,orderSize", "e," + TIME + ",ann,7");

        assertThat(check(Sampling.files(1), shape()))
                .extracting(finding -> words(finding) + " " + finding.remedy())
                .containsExactly(
                        "headers-differ explained audit.csv null null:0 read the rows from the warehouse, or the"
                                + " files with wau; --whole says whether another order fits more files");
    }

    @ParameterizedTest
    @CsvSource({
        "separatorChar, ';', 'its separatorChar is '';'', it must be '','''",
        "quoteChar, , 'its quoteChar is not said, it must be ''\"'''",
        "escapeChar, \\, 'its escapeChar is ''\\'', it must be ''\\u0001'''"
    })
    void a_setting_of_its_reader(String name, @Nullable String value, String message) {
        Map<String, String> settings = new HashMap<>(TableFormat.CSV.settings());
        settings.remove(name);
        if (value != null) {
            settings.put(name, value);
        }
        format(new TableFormat(TableFormat.CSV.input(), TableFormat.CSV.output(), TableFormat.CSV.reader(), settings));

        assertThat(words(only())).isEqualTo("format-differs differs audit.csv null null:0");
        assertThat(only().message()).isEqualTo(message);
    }

    @Test
    void a_reader_that_is_another_or_none() {
        format(null);
        assertThat(only().message()).isEqualTo("the catalog doesn't say by what its files are read");

        format(new TableFormat("in", "out", "serde", TableFormat.CSV.settings()));
        assertThat(check())
                .extracting(CatalogFinding::message)
                .containsExactly(
                        "its input is 'in', it must be '" + TableFormat.CSV.input() + "'",
                        "its output is 'out', it must be '" + TableFormat.CSV.output() + "'",
                        "its reader is 'serde', it must be '" + TableFormat.CSV.reader() + "'");
    }

    @Test
    void what_a_crawler_adds_to_the_settings_changes_nothing() {
        Map<String, String> settings = new HashMap<>(TableFormat.CSV.settings());
        settings.put("serialization.format", "1");
        format(new TableFormat(TableFormat.CSV.input(), TableFormat.CSV.output(), TableFormat.CSV.reader(), settings));

        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"int", "bogus"})
    void a_columns_type_is_what_the_reader_gives(String type) {
        register(table -> {
            List<CatalogColumn> columns = new ArrayList<>(table.columns());
            columns.set(0, new CatalogColumn("timestamp", type, "timestamp"));
            return withColumns(table, columns);
        });

        assertThat(words(only())).isEqualTo("type-differs differs audit.csv timestamp null:0");
        assertThat(only().message()).contains("'" + type + "'");
    }

    @Test
    void what_the_values_are_must_be_said() {
        parameter("wau.type.ordersize", null);

        assertThat(words(only())).isEqualTo("type-unknown differs audit.csv orderSize null:0");
        assertThat(only().message()).isEqualTo("the catalog has no wau.type.ordersize");
    }

    @Test
    void the_header_of_a_column() {
        parameter("wau.header.userid", "userID");
        assertThat(words(only())).isEqualTo("header-differs differs audit.csv userId null:0");
        assertThat(only().message()).contains("'userID'");

        parameter("wau.header.userid", null);
        assertThat(words(only())).isEqualTo("header-differs differs audit.csv userId null:0");
    }

    @Test
    void whether_headers_differ_must_be_said() {
        parameter("wau.headers", "some");

        assertThat(only().message()).isEqualTo("wau.headers says neither one nor several");
    }

    @Test
    void columns_with_one_name_are_told_apart_by_their_headers() {
        files.file("acme/a.csv", "timestamp,event,Event,userId,orderSize", TIME + ",e,9,ann,7");
        catalog.register(FilesTable.of(files.schema(), NAMES.files(), CENTRAL));
        files.file("acme/b.csv", "timestamp,Event,event,userId,orderSize", TIME + ",9,e,ann,7");
        files.file("acme/c.csv", "timestamp,Event,event,userId,orderSize", TIME + ",9,e,ann,7");

        assertThat(check())
                .filteredOn(finding -> finding.kind() == CatalogFinding.Kind.HEADERS_DIFFER)
                .extracting(CatalogFinding::message)
                .singleElement()
                .asString()
                .startsWith("in 2 of 3 files");
    }

    private void format(@Nullable TableFormat format) {
        register(table -> with(table, table.location(), table.parameters(), format, table.partitions()));
    }

    private void parameter(String name, @Nullable String value) {
        register(table -> {
            Map<String, String> parameters = new HashMap<>(table.parameters());
            parameters.remove(name);
            if (value != null) {
                parameters.put(name, value);
            }
            return with(table, table.location(), parameters, table.format(), table.partitions());
        });
    }

    private static List<CatalogColumn> swapped(CatalogTable table) {
        List<CatalogColumn> columns = new ArrayList<>(table.columns());
        Collections.swap(columns, 0, 1);
        return columns;
    }

    private static CatalogTable withColumns(CatalogTable table, List<CatalogColumn> columns) {
        CatalogTable bare = new CatalogTable(table.name(), table.location(), columns, table.parameters(), null);
        return with(bare, bare.location(), bare.parameters(), table.format(), table.partitions());
    }
}
