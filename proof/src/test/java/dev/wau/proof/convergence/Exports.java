package dev.wau.proof.convergence;

import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The customers' exports in memory: what stands there now, and what stood there before. Read by other threads. */
final class Exports {

    /** One version of a file, and the rows that it was written from. */
    private record Version(ExportedFile file, List<Row> rows, String mark) {}

    private final Writer writer;
    private final Map<String, SortedMap<String, Version>> now = new ConcurrentHashMap<>();
    private final Map<String, List<Version>> earlier = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private long marks;

    Exports(Writer writer) {
        this.writer = writer;
    }

    void export(String customer, String name, Layout layout, List<Row> rows) {
        put(customer, name, writer.write(customer, layout, rows), rows);
    }

    /** What the exporter would write, without writing it. */
    ExportedFile write(String customer, Layout layout, List<Row> rows) {
        return writer.write(customer, layout, rows);
    }

    /** Exported again under its name, without one of its rows and with others. */
    void change(String customer, String name, Layout layout, int drop, List<Row> added) {
        List<Row> rows = new ArrayList<>();
        Version before = of(customer).get(name);
        if (before != null) {
            rows.addAll(before.rows());
        }
        if (!rows.isEmpty()) {
            rows.remove(drop % rows.size());
        }
        rows.addAll(added);
        export(customer, name, layout, rows);
    }

    void goBack(String customer, String name, int back) {
        List<Version> all = earlier.getOrDefault(customer + "/" + name, List.of());
        if (!all.isEmpty()) {
            Version old = all.get(Math.max(0, all.size() - 1 - back));
            put(customer, name, old.file(), old.rows());
        }
    }

    void copy(String customer, String from, String to) {
        Version original = of(customer).get(from);
        if (original != null) {
            put(customer, to, original.file(), original.rows());
        }
    }

    void spoil(String customer, String name, Spoiled spoiled) {
        put(customer, name, spoiled.file(), List.of());
    }

    void remove(String customer, String name) {
        of(customer).remove(name);
    }

    /** These customers' sources can't be listed, until the next call. */
    void fail(Set<String> customers) {
        failing.clear();
        failing.addAll(customers);
    }

    private void put(String customer, String name, ExportedFile file, List<Row> rows) {
        Version version = new Version(file, List.copyOf(rows), "mark" + ++marks);
        of(customer).put(name, version);
        earlier.computeIfAbsent(customer + "/" + name, key -> new ArrayList<>()).add(version);
    }

    private SortedMap<String, Version> of(String customer) {
        return now.computeIfAbsent(customer, key -> new TreeMap<>());
    }

    /** What stands there now. */
    @Nullable
    ExportedFile find(String customer, String name) {
        Version version = of(customer).get(name);
        return version == null ? null : version.file();
    }

    Set<String> names(String customer) {
        return Set.copyOf(of(customer).keySet());
    }

    Source source(String customer) {
        return new Source() {
            @Override
            public String description() {
                return "exports of " + customer;
            }

            @Override
            public Stream<SourceFile> list() {
                if (failing.contains(customer)) {
                    throw new WauException(ErrorCode.STORE_FAILED, "Cannot list " + description());
                }
                return of(customer).entrySet().stream().map(file -> file(file.getKey(), file.getValue()));
            }

            @Override
            public InputStream read(SourceFile file) {
                Version version = of(customer).get(file.name());
                if (version == null) {
                    throw new WauException(ErrorCode.NOT_FOUND, "Cannot read " + file.name());
                }
                return new ByteArrayInputStream(bytes(version));
            }

            @Override
            public SourceFile refresh(SourceFile file) {
                Version version = of(customer).get(file.name());
                return version == null
                        ? new SourceFile(file.name(), -1, file.modified(), "")
                        : file(file.name(), version);
            }
        };
    }

    private static SourceFile file(String name, Version version) {
        return new SourceFile(name, bytes(version).length, Instant.EPOCH, version.mark());
    }

    private static byte[] bytes(Version version) {
        return version.file().text().getBytes(StandardCharsets.UTF_8);
    }
}
