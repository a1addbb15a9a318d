package dev.wau.cli.demo;

import dev.wau.cli.demo.PlannedExport.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A customer's folder of exports, as it is filled. Not thread-safe. */
final class ExportFolder {
    /** What a storage service answers when the export had no right to read; somebody saved it as the day's file. */
    private static final String STRANGER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
            """;

    private final Path folder;
    private final List<MadeFile> files = new ArrayList<>();
    private final Map<Trap, Long> traps = new EnumMap<>(Trap.class);
    private long extraBytes;
    private long copiedIpAddresses;

    ExportFolder(Path folder) {
        this.folder = folder;
    }

    void write(Export.Result export) throws IOException {
        Files.createDirectories(folder);
        PlannedExport plan = export.file().plan();
        write(plan.name(), export.content());
        files.add(export.file());
        if (plan.kind() == Kind.COPIED) {
            write(plan.name().replace(".csv", " (1).csv"), export.content());
            countExtra(Trap.COPY, export.content().size());
            copiedIpAddresses += export.file().columns().keys().contains(Key.IP_ADDRESS) ? 1 : 0;
        }
        if (plan.kind() == Kind.WITH_STRANGER) {
            Files.writeString(folder.resolve(plan.name().replace(".csv", " (retry).csv")), STRANGER);
            countExtra(Trap.NOT_AN_AUDIT_LOG, STRANGER.length());
        }
    }

    private void write(String name, CsvBytes content) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            content.writeTo(out);
        }
    }

    private void countExtra(Trap trap, int bytes) {
        traps.merge(trap, 1L, Long::sum);
        extraBytes += bytes;
    }

    /** All that was written. */
    Made made() {
        int extras = (int) traps.values().stream().mapToLong(Long::longValue).sum();
        Map<Trap, Long> all = new EnumMap<>(Trap.class);
        all.putAll(traps);
        all.put(Trap.IP_ADDRESS_FILE, copiedIpAddresses);
        return new Made(files, extras, extraBytes, all);
    }
}
