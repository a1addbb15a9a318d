package dev.wau.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.collect.SourcePlace;
import dev.wau.complete.MarkerFile;
import dev.wau.config.CustomerConfig;
import dev.wau.csv.AuditLogReader;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.csv.time.TimeFormats;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.store.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the load reads from the central bucket is what the source's own rules say. */
final class CentralRoundTripTest {

    private static final Path DATA = Path.of("../../shared/data");

    @TempDir
    Path folder = Path.of("");

    private AggregateBench bench = new AggregateBench(folder);

    @BeforeEach
    void customer() throws IOException {
        bench = new AggregateBench(folder).customer("acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp,event,userId\n2025-01-01 00:00:00,e,u\n2025-01-01 00:00:00,e,u\n",
                "timestamp,event\n2025-01-01 00:00:00.25,\"a,\"\"b\r\nc\"\n",
                "customer,timestamp,unique_identifier,event\nacme,2025-01-01 00:00:00,7,e\nevil,2025-01-01 00:00:00,,e\n",
                "timestamp,event,fooBar,foo_bar,Foo-Bar\n2025-01-01 00:00:00,e,1,2,3\n",
                "timestamp,event,event_time,details,line,file_id,source_line,event_hash\n2025-01-01 00:00:00,e,1,2,3,4,5,6\n",
                "timestamp,event,Event,user_id,userId,user-agent,userAgent\n2025-01-01 00:00:00,e,1,2,3,4,5\n",
                "timestamp,event,source_customer,customer\n2025-01-01 00:00:00,e,x,acme\n",
                "timestamp,event,Timestamp,source_timestamp\n2025-01-01 00:00:00,e,1,2\n",
                "timestamp,event,ipAddress,ip_address\n2025-01-01 00:00:00,e,1,2\n",
                "timestamp,event,\u00fc,\" x \",\"a\nb\"\n2025-01-01 00:00:00,e,\u65e5,\" 2 \",\"\n\"\n",
                "timestamp,event\n",
            })
    void fingerprintsAndTimesAreTheSame(String text) throws IOException {
        bench.file("acme/a.csv", text.getBytes(UTF_8));
        assertRoundTrip(bench.customers.get(0), "a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logon.csv", "device.csv"})
    void realDataOfAnotherShape(String name) throws IOException {
        Path cert = DATA.resolve("cert");
        Path file = cert.resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), "the shared data is not here");
        CustomerConfig customer = new CustomerConfig(
                new Customer("cert"),
                SourcePlace.of(Location.folder(cert), name),
                Dialect.STANDARD,
                new ColumnRoles(List.of("date"), "activity", "user", null, "id"),
                TimeFormats.of(
                        "MM/dd/yyyy HH:mm:ss",
                        ZoneOffset.UTC,
                        TimeFormats.Ambiguous.EARLIER,
                        TimeFormats.Excess.REJECT),
                new PersonalData(Set.of(), Set.of("pc"), "key"));
        bench.customers.set(0, customer);

        MarkerFile said = assertRoundTrip(customer, name);

        assertThat(said.records() + said.rejected()).isEqualTo(name.equals("logon.csv") ? 34_005 : 32_552);
    }

    private MarkerFile assertRoundTrip(CustomerConfig customer, String name) throws IOException {
        MarkerFile said = bench.marker(bench.run()).files().get(0);
        assertThat(said.refusal()).isNull();
        List<String> source = records(
                Files.newInputStream(customer.source().location().folder().resolve(name)),
                customer.readRules(RowIdentity.FINGERPRINT, Limits.DEFAULT));
        byte[] content = bench.central
                .read(bench.central
                        .find(new ObjectKey("csv/" + customer.customer() + "/" + name))
                        .orElseThrow())
                .readAllBytes();
        List<String> central = records(
                new ByteArrayInputStream(content),
                ReadRules.central(customer.customer(), RowIdentity.FINGERPRINT, Limits.DEFAULT));
        assertThat(central).isEqualTo(source);
        assertThat(said.records()).isEqualTo(source.size());
        assertThat(said.bytes()).isEqualTo(content.length);
        return said;
    }

    private static List<String> records(InputStream bytes, ReadRules rules) throws IOException {
        List<String> records = new ArrayList<>();
        try (AuditLogReader reader = AuditLogReader.open(bytes, rules, reject -> {})) {
            while (reader.next()) {
                records.add(reader.record().timeMicros() + " "
                        + Long.toHexString(reader.record().hashHigh())
                        + Long.toHexString(reader.record().hashLow()));
            }
        }
        return records;
    }

    @Test
    void theIdentifierDoesNotDependOnColumnsThatAreEmpty() throws IOException {
        bench.file("acme/a.csv", "timestamp,event", "2025-01-01 00:00:00,e");
        bench.file("acme/b.csv", "event,more,timestamp,customer", "e,,2025-01-01 00:00:00,acme");
        bench.run();

        assertThat(last(bench.csv("acme/a.csv").get(1)))
                .isEqualTo(last(bench.csv("acme/b.csv").get(1)));
    }

    @Test
    void anAggregatedFileAsASourceStaysAsItIs() throws IOException {
        bench.file(
                "acme/a.csv", "timestamp,event,customer", "2025-01-01 00:00:00,e,evil", "2025-01-01 00:00:00,e,acme");
        bench.run();
        byte[] content = bench.text("csv/acme/a.csv").getBytes(UTF_8);
        bench.file("acme/b.csv", content);
        bench.run();

        assertThat(bench.csv("acme/b.csv")).hasSize(3);
        assertThat(bench.csv("acme/b.csv").get(0))
                .isEqualTo("timestamp,event,source_customer,unique_identifier,customer");
        assertThat(bench.csv("acme/b.csv").get(1)).startsWith("2025-01-01 00:00:00,e,evil,");
    }

    private static String last(String line) {
        return line.substring(line.lastIndexOf(',') + 1);
    }
}
