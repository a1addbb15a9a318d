package dev.wau.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.complete.CustomerOutcome.Outcome;
import dev.wau.complete.MarkerFile;
import dev.wau.config.Policies.MissingCustomers;
import dev.wau.csv.ColumnRoles;
import dev.wau.model.Customer;
import dev.wau.model.Digests;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.RejectReason;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AggregatorTest {

    private static final String HEADER = "timestamp,event,userId";
    private static final String LOGIN = "2025-06-30 10:00:00,login,u1";

    @TempDir
    Path folder = Path.of("");

    private AggregateBench bench = new AggregateBench(folder);

    @BeforeEach
    void customers() throws IOException {
        bench = new AggregateBench(folder).customer("acme").customer("bolt");
    }

    @Test
    void aFileGetsItsCustomerAndAnIdentifierAndLosesPersonalData() throws IOException {
        bench.file(
                "acme/a.csv",
                "userId,timestamp,ipAddress,event,note",
                "u1,2025-06-30 10:00:00,10.0.0.1,login,\"a,\"\"b\"\"\"",
                "u2,2025-06-30T10:00:00.5Z,10.0.0.2,login,");

        AggregateResult result = bench.run();

        List<String> lines = bench.csv("acme/a.csv");
        assertThat(lines.get(0)).isEqualTo("userId,timestamp,event,note,customer,unique_identifier");
        assertThat(lines.get(1)).startsWith("u1,2025-06-30 10:00:00,login,\"a,\"\"b\"\"\",acme,");
        assertThat(lines.get(2)).startsWith("u2,2025-06-30 10:00:00.500000,login,,acme,");
        assertThat(lines.get(1)).matches(".*,[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(result.removed()).containsExactly(Map.entry("ipAddress", 1));
        assertThat(bench.contents("").values()).noneMatch(text -> text.contains("10.0.0."));
    }

    @Test
    void theMarkerIsTheManifest() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN, "2025-06-29 09:00:00,logout,u1");

        AggregateResult result = bench.run();

        CompletionMarker marker = bench.marker(result);
        assertThat(marker.customers())
                .containsExactly(
                        new CustomerOutcome(new Customer("acme"), Outcome.COPIED, 1, null),
                        new CustomerOutcome(new Customer("bolt"), Outcome.NOTHING_NEW, 0, null));
        MarkerFile file = marker.files().get(0);
        StoredObject object =
                bench.central.find(new ObjectKey("csv/acme/a.csv")).orElseThrow();
        assertThat(file.bytes()).isEqualTo(object.bytes());
        assertThat(file.version()).isEqualTo(object.version());
        assertThat(file.sha256()).isEqualTo(Digests.sha256(bench.text("csv/acme/a.csv")));
        assertThat(file.records()).isEqualTo(2);
        assertThat(file.header()).containsExactly("timestamp", "event", "userId", "customer", "unique_identifier");
        assertThat(file.firstEvent()).isEqualTo(Instant.parse("2025-06-29T09:00:00Z"));
        assertThat(file.lastEvent()).isEqualTo(Instant.parse("2025-06-30T10:00:00Z"));
        assertThat(result.marker()).isEqualTo(CompletionMarker.key(marker.batch()));
        assertThat(result.records()).isEqualTo(2);
    }

    @Test
    void aSecondRunHasNothingToDoAndWritesNothing() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();
        List<StoredObject> before = objects();

        AggregateResult result = bench.run();

        assertThat(result.nothingNew()).isTrue();
        assertThat(result.sourceBytes()).isZero();
        assertThat(objects()).isEqualTo(before);
    }

    @Test
    void aMarkerCanBeAskedForAllTheSame() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();

        AggregateResult result = bench.aggregator().run(Aggregator.MarkerRule.ALWAYS);

        assertThat(bench.marker(result).files()).isEmpty();
        assertThat(bench.keys("complete/")).hasSize(2);
    }

    @Test
    void aNewCustomerIsNewsAlsoWithoutFiles() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();
        bench.customer("cord");

        assertThat(bench.marker(bench.run()).customers()).hasSize(3);
        assertThat(bench.run().nothingNew()).isTrue();
    }

    @Test
    void aTouchedFileMakesNoNewVersion() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();
        List<StoredObject> csv = objects("csv/");
        Files.setLastModifiedTime(folder.resolve("acme/a.csv"), FileTime.from(Instant.EPOCH));

        AggregateResult result = bench.run();

        assertThat(result.nothingNew()).isTrue();
        assertThat(result.touched()).isEqualTo(1);
        assertThat(objects("csv/")).isEqualTo(csv);
        assertThat(bench.keys("complete/")).hasSize(1);
        assertThat(bench.run().sourceBytes()).isZero();
    }

    @Test
    void aReexportReplacesTheFile() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();
        bench.file("acme/a.csv", HEADER, LOGIN, "2025-06-30 11:00:00,login,u2");

        AggregateResult result = bench.run();

        assertThat(result.reexports()).containsExactly(new ObjectKey("csv/acme/a.csv"));
        assertThat(bench.csv("acme/a.csv")).hasSize(3);
        assertThat(bench.keys("csv/")).hasSize(1);
    }

    @Test
    void equalRecordsGetTheSameIdentifierAtEveryExport() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN, LOGIN, "2025-06-30 11:00:00,login,u2");
        bench.file(
                "acme/b.csv",
                "event,userId,timestamp,empty",
                "login,u1,2025-06-30 10:00:00,",
                "login,u1,2025-06-30 10:00:00,");
        bench.file("bolt/a.csv", HEADER, LOGIN);

        bench.run();

        List<String> a = identifiers("acme/a.csv");
        assertThat(a).doesNotHaveDuplicates().hasSize(3);
        assertThat(identifiers("acme/b.csv")).containsExactly(a.get(0), a.get(1));
        assertThat(identifiers("bolt/a.csv")).doesNotContainAnyElementsOf(a);
    }

    @Test
    void anIdentifierThatIsThereIsKept() throws IOException {
        bench.file("acme/a.csv", HEADER + ",unique_identifier", LOGIN + ",x-1", LOGIN + ",");

        bench.run();

        assertThat(bench.csv("acme/a.csv").get(0)).isEqualTo("timestamp,event,userId,unique_identifier,customer");
        assertThat(bench.csv("acme/a.csv").get(1)).contains(",x-1,");
        assertThat(bench.csv("acme/a.csv").get(2)).matches(".*,[0-9a-f-]{36},acme");
    }

    @Test
    void aCellsWordForTheCustomerIsKeptOnlyWhereItDiffers() throws IOException {
        bench.file("acme/a.csv", HEADER + ",customer", LOGIN + ",acme", LOGIN + ",evil");

        bench.run();

        assertThat(bench.csv("acme/a.csv").get(0))
                .isEqualTo("timestamp,event,userId,source_customer,customer,unique_identifier");
        assertThat(bench.csv("acme/a.csv").get(1)).startsWith(LOGIN + ",,acme,");
        assertThat(bench.csv("acme/a.csv").get(2)).startsWith(LOGIN + ",evil,acme,");
    }

    @Test
    void otherNamesOfColumnsBecomeTheExporters() throws IOException {
        bench.customers.set(
                0, bench.exporter("acme", new ColumnRoles(List.of("day", "hour"), "what", "who", null, null)));
        bench.file("acme/a.csv", "who,day,hour,what,timestamp", "u1,2025-06-30,10:00:00,login,raw");

        bench.run();

        assertThat(bench.csv("acme/a.csv").get(0))
                .isEqualTo("userId,timestamp,event,source_timestamp,customer,unique_identifier");
        assertThat(bench.csv("acme/a.csv").get(1)).startsWith("u1,2025-06-30 10:00:00,login,raw,acme,");
    }

    @Test
    void rejectsAreCountedAndNamedWithoutTheirText() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN, "secret,login,u1", LOGIN, LOGIN + ",secret", LOGIN);

        MarkerFile file = bench.marker(bench.run()).files().get(0);

        assertThat(file.rejected()).isEqualTo(2);
        assertThat(file.rejects()).extracting(reject -> reject.line()).containsExactly(3L, 5L);
        assertThat(file.rejects())
                .extracting(reject -> reject.reason())
                .containsExactly(RejectReason.BAD_TIME, RejectReason.WRONG_FIELD_COUNT);
        assertThat(bench.contents("").values()).noneMatch(text -> text.contains("secret"));
        assertThat(bench.csv("acme/a.csv")).hasSize(4);
    }

    @Test
    void aRefusedFileDoesNotReplaceTheOneBefore() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();
        List<StoredObject> csv = objects("csv/");
        bench.file("acme/a.csv", "secret,who", "2025,u1");

        AggregateResult result = bench.run();

        MarkerFile file = bench.marker(result).files().get(0);
        assertThat(file.refusal()).isNotNull();
        assertThat(file.sha256()).isEqualTo(Digests.sha256("secret,who\n2025,u1\n"));
        assertThat(result.refusals()).extracting(note -> note.code()).containsExactly("no-time-column");
        assertThat(objects("csv/")).isEqualTo(csv);
        assertThat(bench.contents("").values()).noneMatch(text -> text.contains("secret"));
        assertThat(bench.run().nothingNew()).isTrue();
    }

    @Test
    void tooManyRejectsRefuseTheFile() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN, "x,login,u1", "y,login,u1");

        AggregateResult result = bench.run();

        assertThat(result.refusals()).extracting(note -> note.code()).containsExactly("too-many-rejects");
        assertThat(result.refusals().get(0).message()).startsWith("2 of 3 records rejected");
        assertThat(bench.keys("csv/")).isEmpty();
        bench.maxRejectRatio = 0.7;
        assertThat(bench.run().files()).isEqualTo(1);
    }

    @Test
    void correctedRulesTakeEffectOnOldFiles() throws IOException {
        bench.file("acme/a.csv", "when,event,userId", LOGIN);
        assertThat(bench.run().refusals()).hasSize(1);
        bench.customers.set(0, bench.exporter("acme", new ColumnRoles(List.of("when"), "event", "userId", null, null)));

        assertThat(bench.run().files()).isEqualTo(1);
    }

    @Test
    void aCustomerThatFailsStopsTheMarkerButNotTheOthers() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        Files.delete(folder.resolve("bolt"));

        assertThatThrownBy(bench::run)
                .isInstanceOfSatisfying(CustomersFailedException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.CUSTOMER_FAILED);
                    assertThat(e.result().files()).isEqualTo(1);
                })
                .hasMessageContaining("1 of 2 customers failed")
                .hasMessageContaining("bolt: Cannot list ");
        assertThat(bench.keys("complete/")).isEmpty();
        assertThat(bench.csv("acme/a.csv")).hasSize(2);

        Files.createDirectories(folder.resolve("bolt"));
        AggregateResult result = bench.run();
        assertThat(result.sourceBytes()).isZero();
        assertThat(bench.marker(result).files()).hasSize(1);
        assertThat(bench.marker(result).started()).isEqualTo(AggregateBench.START.plusSeconds(60));
    }

    @Test
    void aPartialMarkerSaysWhoIsMissingOnce() throws IOException {
        bench.missing = MissingCustomers.PARTIAL;
        bench.file("acme/a.csv", HEADER, LOGIN);
        Files.delete(folder.resolve("bolt"));

        CompletionMarker marker = bench.marker(bench.run());

        assertThat(marker.customers())
                .extracting(CustomerOutcome::outcome)
                .containsExactly(Outcome.COPIED, Outcome.FAILED);
        assertThat(marker.customers().get(1).error()).contains("no such folder");
        assertThat(bench.run().nothingNew()).isTrue();
        Files.createDirectories(folder.resolve("bolt"));
        assertThat(bench.marker(bench.run()).customers())
                .extracting(CustomerOutcome::outcome)
                .containsOnly(Outcome.NOTHING_NEW);
    }

    @Test
    void withoutItsStateEverythingIsReadAgainAndNothingChanges() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.file("bolt/b.csv", HEADER, LOGIN, "x");
        MarkerFile before = bench.marker(bench.run()).files().get(0);
        List<StoredObject> csv = objects("csv/");
        bench.keys("state/").forEach(key -> bench.central.delete(new ObjectKey(key)));

        AggregateResult result = bench.run();

        assertThat(objects("csv/")).isEqualTo(csv);
        assertThat(bench.marker(result).files()).hasSize(2).first().isEqualTo(before);
    }

    @Test
    void garbageInTheStateIsAsGoodAsNone() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();
        for (String key : bench.keys("state/")) {
            put(key, "{\"format\":7");
        }

        assertThat(bench.marker(bench.run()).files()).hasSize(1);
        put(
                "state/aggregate/batch.json",
                "{\"format\":\"wau-batch\",\"version\":1,\"batch\":\"/\",\"started_at\":\"x\"}");
        assertThat(bench.run().nothingNew()).isTrue();
    }

    @Test
    void anObjectThatIsMissingFromTheBucketIsRestored() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();
        bench.central.delete(new ObjectKey("csv/acme/a.csv"));

        assertThat(bench.marker(bench.run()).files()).hasSize(1);
        assertThat(bench.csv("acme/a.csv")).hasSize(2);
    }

    @Test
    void anObjectThatWasChangedInTheBucketIsRestored() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.run();
        List<String> before = bench.csv("acme/a.csv");
        put("csv/acme/a.csv", "timestamp,event\n");

        assertThat(bench.marker(bench.run()).files()).hasSize(1);
        assertThat(bench.csv("acme/a.csv")).isEqualTo(before);
    }

    @Test
    void compressedFilesStandUncompressedUnderTheirOwnName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((HEADER + "\n" + LOGIN + "\n").getBytes(UTF_8));
        }
        bench.file("acme/a.csv.gz", bytes.toByteArray());
        bench.file("acme/a.csv", HEADER, LOGIN);

        bench.run();

        assertThat(bench.csv("acme/a.csv.gz.csv"))
                .isEqualTo(bench.csv("acme/a.csv"))
                .hasSize(2);
    }

    @Test
    void twoFilesOfOneNameAreAnError() throws IOException {
        bench.file("acme/a.csv.gz", HEADER, LOGIN);
        bench.file("acme/a.csv.gz.csv", HEADER, LOGIN);

        assertThatThrownBy(bench::run).hasMessageContaining("Rename one of the two");
    }

    @Test
    void batchIdsGoUpWhenTheClockGoesBack() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        AggregateResult first = bench.run();
        bench.now = bench.now.minus(Duration.ofDays(1));
        bench.file("acme/b.csv", HEADER, LOGIN);
        AggregateResult second = bench.run();
        bench.keys("state/").forEach(key -> bench.central.delete(new ObjectKey(key)));
        AggregateResult third = bench.run();

        assertThat(List.of(first, second, third))
                .extracting(result -> Objects.requireNonNull(result.batch()).value())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyOneRunAtATime() {
        try (ObjectStore.Hold hold = bench.central.hold("aggregate")) {
            assertThat(hold).isNotNull();
            assertThatThrownBy(bench::run)
                    .isInstanceOfSatisfying(
                            WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUSY));
        }
        assertThat(bench.run().failed()).isEmpty();
    }

    @Test
    void aPlanSaysWhatARunWouldDoAndWritesNothing() throws IOException {
        bench.file("acme/a.csv", HEADER, LOGIN);
        bench.file("acme/b.csv", "nothing", "x");
        bench.run();
        bench.file("acme/a.csv", HEADER + ",note", LOGIN + ",x");
        bench.file("acme/c.csv", "when", "x");
        List<StoredObject> before = objects();

        AggregatePlan plan = bench.aggregator().plan();

        AggregatePlan.PlannedCustomer acme = plan.customers().get(0);
        assertThat(acme.unchanged()).isEqualTo(1);
        assertThat(acme.files())
                .extracting(AggregatePlan.PlannedFile::change)
                .containsExactly(AggregatePlan.Change.CHANGED, AggregatePlan.Change.NEW);
        assertThat(acme.files().get(0).newColumns()).containsExactly("note");
        assertThat(acme.files().get(1).refusal()).startsWith("no-time-column: ");
        assertThat(plan.files()).isEqualTo(2);
        assertThat(objects()).isEqualTo(before);
    }

    private List<String> identifiers(String name) {
        return bench.csv(name).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
    }

    private void put(String key, String content) throws IOException {
        try (ObjectStore.Write write = bench.central.write(new ObjectKey(key))) {
            write.write(content.getBytes(UTF_8));
            write.commit();
        }
    }

    private List<StoredObject> objects() {
        return objects("");
    }

    private List<StoredObject> objects(String prefix) {
        try (Stream<StoredObject> objects = bench.central.list(prefix)) {
            return objects.toList();
        }
    }
}
