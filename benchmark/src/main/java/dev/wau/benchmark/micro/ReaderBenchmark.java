package dev.wau.benchmark.micro;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.wau.benchmark.data.Generator;
import dev.wau.benchmark.data.Shape;
import dev.wau.csv.AuditLogReader;
import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.model.Customer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One record of a file of the central bucket, from memory: read, its time and its identity made; FastCSV beside it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReaderBenchmark {

    private static final int RECORDS = 15_000;

    /** How cells are written. */
    @Param({"PLAIN", "QUOTED"})
    public Shape.Cells cells = Shape.Cells.PLAIN;

    private byte[] file = {};

    /** Makes the file. */
    @Setup
    public void make() throws IOException {
        file = Generator.bytes(Shape.STANDARD.of(1, RECORDS).with(cells));
    }

    /** As a load reads by default. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long withFingerprint() throws IOException {
        return read(RowIdentity.FINGERPRINT);
    }

    /** Without what a fingerprint costs. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long withIdentifier() throws IOException {
        return read(RowIdentity.IDENTIFIER);
    }

    /** Cells as strings, no checks, no time, no identity. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long fastCsv() throws IOException {
        long fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(file))) {
            for (CsvRecord each : reader) {
                fields += each.getFieldCount();
            }
        }
        return fields;
    }

    private long read(RowIdentity identity) throws IOException {
        ReadRules rules = ReadRules.central(new Customer("acme"), identity, Limits.DEFAULT);
        long sum = 0;
        try (AuditLogReader reader = AuditLogReader.open(new ByteArrayInputStream(file), rules, reject -> {
            throw new IllegalStateException(reject.toString());
        })) {
            while (reader.next()) {
                sum += reader.record().hashLow() + reader.record().timeMicros();
            }
        }
        return sum;
    }
}
