package dev.wau.catalog.schema;

import static dev.wau.catalog.schema.TestingFiles.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.Limits;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.testing.store.ForwardingObjectStore;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrawlTest {

    private static final String TIME = "2025-01-06 10:00:00";

    private final TestingFiles files = new TestingFiles();

    @Test
    void a_column_is_known_by_its_name_wherever_it_stands() {
        files.file("acme/a.csv", "timestamp,event,size,customer", TIME + ",login,7,acme", TIME + ",logout,,acme")
                .file("bolt/b.csv", "size,customer,event,timestamp", "81,bolt,login," + TIME);

        FilesSchema schema = files.schema();

        ColumnSchema size = column(schema, "size");
        assertThat(size.type()).isEqualTo(ValueType.BIGINT);
        assertThat(size.positions()).isEqualTo(Map.of(0, 1L, 2, 1L));
        assertThat(size.files()).isEqualTo(2);
        assertThat(size.records()).isEqualTo(3);
        assertThat(size.filled()).isEqualTo(2);
        assertThat(size.longest()).isEqualTo(2);
        assertThat(column(schema, "timestamp").type()).isEqualTo(ValueType.TIMESTAMP);
        assertThat(column(schema, "customer").filled()).isEqualTo(3);
        assertThat(schema.layouts()).isEqualTo(2);
        assertThat(schema.inOrder()).isEqualTo(1);
    }

    @Test
    void the_order_is_that_of_the_most_frequent_header() {
        files.file("acme/a.csv", "event,timestamp,x", "e," + TIME + ",1")
                .file("acme/b.csv", "timestamp,event,y", TIME + ",e,2")
                .file("acme/c.csv", "timestamp,event,y", TIME + ",e,2");

        FilesSchema schema = files.schema();

        assertThat(schema.columns()).extracting(ColumnSchema::name).containsExactly("timestamp", "event", "y", "x");
        assertThat(schema.inOrder()).isEqualTo(2);
    }

    @Test
    void a_type_that_one_value_breaks_is_gone_and_the_value_has_a_place() {
        files.file("acme/a.csv", "timestamp,event,code", TIME + ",e,1", TIME + ",e,\"2\n3\"", TIME + ",e,XY-9");

        ColumnSchema code = column(files.schema(), "code");

        assertThat(code.type()).isEqualTo(ValueType.STRING);
        assertThat(code.refutes(ValueType.BIGINT)).contains(new Refutation(new ObjectKey("csv/acme/a.csv"), 3, "9 9"));
    }

    @Test
    void examples_are_words_of_several_customers_or_shapes() {
        for (String customer : List.of("acme", "bolt")) {
            files.file(
                    customer + "/a.csv",
                    IntStream.range(-1, 40)
                            .mapToObj(i -> i < 0
                                    ? "timestamp,event,plan,amount,ticket"
                                    : TIME + "," + (i % 2 == 0 ? "login" : "logout") + "," + customer + "-plan," + i
                                            + ".50,T-" + (1000 + i))
                            .toArray(String[]::new));
        }

        FilesSchema schema = files.schema();

        assertThat(column(schema, "event").examples()).containsExactly("login", "logout");
        assertThat(column(schema, "plan").examples()).containsExactly("a-a");
        assertThat(column(schema, "amount").examples()).containsExactly("9.9");
        assertThat(column(schema, "ticket").examples()).containsExactly("A-9");
    }

    @ParameterizedTest
    @CsvSource({
        "apiKey jwt bearer credential cookie csrf accessKey privateKey otp passphrase pin fingerprint mac vin, false",
        "approver reviewer operator agent employee actor manager principal client patient doctor contact sender, false",
        "Mitarbeiter Kundin telefon Strasse Stra\u00dfe steuernr konto geburtsdatum Benutzer nick login from to cc, false",
        "latitude nhs insurance city salary gender religion diagnosis dob, false",
        "status action eventType category module result level plan version channel feature, true"
    })
    void of_names_that_sound_like_a_person_or_a_secret_nothing_is_shown(String names, boolean shown) {
        String[] all = names.split(" ");
        String cells = TIME + ",e,ann" + ",Ulm".repeat(all.length);
        for (String customer : List.of("acme", "bolt")) {
            files.file(customer + "/a.csv", "timestamp,event,userId," + String.join(",", all), cells, cells, cells);
        }

        FilesSchema schema = files.schema();

        assertThat(all)
                .allSatisfy(name -> assertThat(column(schema, name).examples())
                        .as(name)
                        .isEqualTo(shown ? List.of("Ulm") : List.of()));
    }

    @Test
    void a_hash_whose_customer_is_no_longer_in_wau_yaml_shows_no_digits_runs() {
        files.file(
                "gone/a.csv",
                "timestamp,event,ticket",
                TIME + ",e," + "9a".repeat(32),
                TIME + ",e," + "0f3c".repeat(16));

        assertThat(column(files.schema(), "ticket").examples()).containsExactly("(64 hexadecimal digits)");
    }

    @Test
    void where_nothing_may_be_shown_nothing_is() {
        files.file("acme/a.csv", "timestamp,event,plan,ticket", TIME + ",e,pro,T-1", TIME + ",e,x y,T-2");
        SchemaSink sink = new SchemaSink(Discretion.ofAll());

        FilesSchema schema =
                sink.schema(new Crawl(files.central(), Limits.DEFAULT, Progress.NONE).read(Sampling.WHOLE, sink));

        assertThat(schema.columns())
                .hasSizeGreaterThan(2)
                .allSatisfy(column -> assertThat(column.examples()).isEmpty());
    }

    @Test
    void personal_columns_show_nothing_of_their_values() {
        String header = "timestamp,event,userId,userAgent,unique_identifier,Plate-Number,ownerEmail,client_ip,plan";
        for (String customer : List.of("acme", "bolt")) {
            files.file(
                    customer + "/a.csv",
                    header,
                    TIME + ",e,ann,curl,1-2,AB1,ann@example.org,10.0.0.1,Ulm",
                    TIME + ",e,ann,curl,1-2,AB1,ann@example.org,10.0.0.1,Ulm",
                    TIME + ",e,ann,curl,1-2,AB1,ann@example.org,10.0.0.1,Ulm");
        }

        FilesSchema schema = files.schema();

        for (String name :
                List.of("userId", "userAgent", "unique_identifier", "Plate-Number", "ownerEmail", "client_ip")) {
            ColumnSchema column = column(schema, name);
            assertThat(column.examples()).as(name).isEmpty();
            assertThat(column.refuted().values())
                    .as(name)
                    .extracting(Refutation::shape)
                    .containsOnly(Refutation.NOT_SHOWN);
        }
        assertThat(column(schema, "plan").examples()).containsExactly("Ulm");
        assertThat(schema.toString()).doesNotContain("ann", "10.0.0.1", "AB1", "curl");
    }

    @Test
    void a_sample_has_the_newest_and_the_oldest_files_of_each_customer() {
        for (int i = 0; i < 30; i++) {
            // Names that don't sort by time.
            files.file("acme/" + (i * 7 % 30) + ".csv", "timestamp,event,n" + i, TIME + ",e,1");
        }
        files.file("bolt/only.csv", "timestamp,event,b", TIME + ",e,1");

        FilesSchema schema = files.schema(Sampling.files(4));

        assertThat(schema.columns())
                .extracting(ColumnSchema::name)
                .contains("n0", "n1", "n28", "n29", "b")
                .hasSize(2 + 5);
        assertThat(schema.crawled().files()).isEqualTo(31);
        assertThat(schema.crawled().read()).isEqualTo(5);
        assertThat(schema.crawled().customers()).isEqualTo(2);
        assertThat(schema.crawled().isSampled()).isTrue();
        assertThat(schema.crawled().failed()).isZero();
        assertThat(schema.crawled().isWhole()).isFalse();
    }

    @Test
    void a_sample_of_many_customers_is_bounded_but_has_two_files_of_each() {
        for (int customer = 0; customer < 10; customer++) {
            for (int file = 0; file < 6; file++) {
                files.file("c" + customer + "/" + file + ".csv", "timestamp,event", TIME + ",e");
            }
        }

        assertThat(files.schema(new Sampling(6, 30, 100)).crawled().read()).isEqualTo(30);
        assertThat(files.schema(new Sampling(6, 5, 100)).crawled().read()).isEqualTo(20);
        assertThat(files.schema(Sampling.files(1)).crawled().read()).isEqualTo(10);
    }

    @Test
    void of_long_files_the_beginning_is_read() {
        files.file("acme/a.csv", "timestamp,event,x", TIME + ",e,1", TIME + ",e,2", TIME + ",e,three");

        FilesSchema schema = files.schema(new Sampling(20, 100, 2));

        assertThat(column(schema, "x").type()).isEqualTo(ValueType.BIGINT);
        assertThat(schema.crawled().cut()).isEqualTo(1);
        assertThat(schema.crawled().isSampled()).isTrue();
        assertThat(schema.crawled().isWhole()).isFalse();
        assertThat(files.schema(new Sampling(20, 100, 4)).crawled().cut()).isZero();
    }

    @Test
    void what_cannot_be_read_is_noted_and_the_rest_is_read() {
        files.file("acme/good.csv", "timestamp,event", TIME + ",e", "soon,e")
                .file("acme/headless.csv", "when,what", "1,2")
                .object("csv/stray.csv", "timestamp,event\n")
                .object("csv/customer=acme/x.csv", "timestamp,event\n")
                .object("csv/acme/empty.csv", "");

        CrawledFiles crawled = files.schema().crawled();

        assertThat(crawled.read()).isEqualTo(1);
        assertThat(crawled.failed()).isEqualTo(2);
        assertThat(crawled.isWhole()).isFalse();
        assertThat(crawled.isSampled()).isFalse();
        assertThat(crawled.records()).isEqualTo(2);
        assertThat(crawled.rejected()).isEqualTo(1);
        assertThat(crawled.unread())
                .extracting(file -> file.file().path())
                .containsExactlyInAnyOrder(
                        "csv/acme/headless.csv", "csv/acme/empty.csv", "csv/stray.csv", "csv/customer=acme/x.csv");
        assertThat(crawled.unread()).extracting(UnreadFile::code).containsOnly(ErrorCode.FILE_REFUSED);
        assertThat(crawled.unread())
                .filteredOn(file -> file.file().path().equals("csv/acme/headless.csv"))
                .singleElement()
                .satisfies(file -> assertThat(file.reason()).startsWith("no column holds the event's time"));
    }

    @Test
    void of_a_file_without_a_header_no_record_is_told() {
        files.file("acme/headless.csv", TIME + ",u1,login,x,1", TIME + ",u2,login,x,1")
                .file("acme/twice.csv", "ann@example.org,ann@example.org", "1,2")
                .file("acme/quote.csv", "timestamp,\"ann@example.org");

        List<UnreadFile> unread = files.schema().crawled().unread();

        assertThat(unread).hasSize(3);
        assertThat(unread.toString())
                .contains("its header stays in the source's file")
                .doesNotContain("10:00:00", "u1", "ann@");
    }

    @Test
    void each_unread_file_has_a_way_to_get_rid_of_it() {
        assertThat(remedy("csv/acme/a.csv", ErrorCode.FILE_REFUSED)).startsWith("export it anew at the source");
        assertThat(remedy("csv/acme/a.csv", ErrorCode.OBJECT_CHANGED)).isEqualTo("run it again");
        assertThat(remedy("csv/acme/a.csv", ErrorCode.NOT_FOUND)).isEqualTo("run it again");
        assertThat(remedy("csv/acme/a.csv", ErrorCode.STORE_FAILED)).startsWith("mend what the store says");
        assertThat(remedy("csv/stray.csv", ErrorCode.FILE_REFUSED)).isEqualTo("move it out of csv/");
    }

    private static String remedy(String key, ErrorCode code) {
        return new UnreadFile(new ObjectKey(key), code, "why").remedy();
    }

    @Test
    void a_store_that_refuses_a_file_is_noted_in_its_words() {
        files.file("acme/a.csv", "timestamp,event", TIME + ",e")
                .file("acme/denied.csv", "timestamp,event", TIME + ",e")
                .file("acme/lost.csv", "timestamp,event,late", TIME + ",e,1");
        ObjectStore store = new ForwardingObjectStore(files.central()) {
            @Override
            public InputStream read(StoredObject object, long from) {
                if (object.key().path().endsWith("denied.csv")) {
                    throw new WauException(ErrorCode.STORE_FAILED, "Cannot read it: AccessDenied");
                }
                return object.key().path().endsWith("lost.csv")
                        ? cut(super.read(object, from))
                        : super.read(object, from);
            }

            @Override
            public Reading readInOrder(List<StoredObject> objects) {
                return this::read;
            }
        };
        SchemaSink sink = new SchemaSink(new Discretion(Set.of()));

        CrawledFiles crawled = new Crawl(store, Limits.DEFAULT, Progress.NONE).read(Sampling.DEFAULT, sink);

        assertThat(crawled.read()).isEqualTo(1);
        assertThat(crawled.unread())
                .containsExactly(
                        new UnreadFile(
                                new ObjectKey("csv/acme/denied.csv"),
                                ErrorCode.STORE_FAILED,
                                "Cannot read it: AccessDenied"),
                        new UnreadFile(new ObjectKey("csv/acme/lost.csv"), ErrorCode.STORE_FAILED, "connection lost"));
    }

    /** Half of it, then an error. */
    private static InputStream cut(InputStream whole) {
        return new FilterInputStream(whole) {
            private boolean begun;

            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                if (begun) {
                    throw new IOException("connection lost");
                }
                begun = true;
                return super.read(bytes, start, Math.min(length, 30));
            }
        };
    }

    @Test
    void markers_are_no_files() {
        files.file("acme/a.csv", "timestamp,event", TIME + ",e").object("complete/x.json", "{}");

        assertThat(files.schema().crawled().files()).isEqualTo(1);
        assertThat(files.central()).isInstanceOf(MemoryObjectStore.class);
    }

    @Test
    void headers_are_counted_beyond_those_that_are_kept() {
        for (int i = 0; i < 1_003; i++) {
            files.file("acme/" + i + ".csv", "timestamp,event,c" + i, "2025-01-06 10:00:00,e,1");
        }
        files.file("acme/again.csv", "timestamp,event,c1002", "2025-01-06 10:00:00,e,1");

        assertThat(files.schema().layouts()).isEqualTo(1_003);
    }
}
