package dev.wau.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * This machine.
 *
 * @param program this program's and Java's version, as {@code wau version} names them
 * @param system the operating system's name
 * @param architecture its processor's, as Java names it
 * @param zones the version of Java's time zone data: {@code 2025b}
 * @param memory in bytes, as much as this process's container has
 * @param room how many bytes can be written at a place; empty: nobody tells
 * @param writable whether this user may write to a file or folder that is there
 * @param clock its time now
 */
public record Machine(
        String program,
        String system,
        String architecture,
        String zones,
        long memory,
        Function<Path, OptionalLong> room,
        Predicate<Path> writable,
        Instant clock) {

    /** The one that this runs on. */
    public static Machine here(String program) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                program,
                System.getProperty("os.name", "unknown"),
                System.getProperty("os.arch", "unknown"),
                ZoneRulesProvider.getVersions("Europe/London").lastKey(),
                system.getTotalMemorySize(),
                Machine::room,
                Files::isWritable,
                Instant.now());
    }

    /** Of the nearest folder that is there: what isn't there yet is made in it. */
    private static OptionalLong room(Path place) {
        Path there = place.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
