package dev.wau.infra;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.jsii.JsiiEngine;

/**
 * What jsii unpacks in the folder for temporary files: its own program, whose folders it leaves there, and CDK's, which it
 * leaves where its process is killed or finds no room. Here they go when this process ends. jsii tells nobody their names, so they are those that
 * are new since it started and that no other process uses.
 */
final class JsiiFolders {

    private static final String PROGRAM = "jsii-java-runtime";
    private static final String MODULES = "jsii-kernel-";

    /** In the command line of jsii's process. */
    private static final String PROCESS = "jsii-runtime";

    private static final int SECONDS = 5;
    private static boolean started;

    private final Set<Path> before;
    private final Set<Path> programs;

    /**
     * @param before what was there before jsii started
     * @param programs what came while it did
     */
    private JsiiFolders(Set<Path> before, Set<Path> programs) {
        this.before = before;
        this.programs = programs;
    }

    /** Starts jsii, once, so that its folders can be told from others'. */
    static synchronized void start() {
        if (!started) {
            started = true;
            Set<Path> before = all(PROGRAM, MODULES);
            try {
                JsiiEngine.getInstance().getClient();
            } finally {
                JsiiFolders folders = new JsiiFolders(before, fresh(before, PROGRAM));
                Runtime.getRuntime().addShutdownHook(new Thread(folders::remove, "Remove jsii's folders"));
            }
        }
    }

    private void remove() {
        ProcessHandle.current().children().filter(JsiiFolders::isJsii).forEach(JsiiFolders::await);
        List<String> others = ProcessHandle.allProcesses()
                .filter(JsiiFolders::isJsii)
                .map(process -> process.info().commandLine().orElse(""))
                .toList();
        programs.stream()
                .filter(folder -> others.stream()
                        .noneMatch(line -> line.contains(folder.getFileName().toString())))
                .forEach(JsiiFolders::remove);
        if (others.stream().noneMatch(JsiiFolders::shares)) {
            fresh(before, PROGRAM, MODULES).forEach(JsiiFolders::remove);
        }
    }

    /** Whether a process of jsii, by its command line, may have its folders where ours are. */
    private static boolean shares(String line) {
        return !line.contains(PROGRAM)
                || places().stream()
                        .anyMatch(place -> line.contains(place.resolve(PROGRAM).toString()));
    }

    private static Set<Path> fresh(Set<Path> before, String... prefixes) {
        Set<Path> fresh = all(prefixes);
        fresh.removeAll(before);
        return fresh;
    }

    /** jsii ends it itself, and it removes what it has unpacked. */
    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static boolean isJsii(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains(PROCESS);
    }

    private static Set<Path> all(String... prefixes) {
        return places().stream()
                .flatMap(place -> entries(place).stream())
                .filter(entry ->
                        Stream.of(prefixes).anyMatch(entry.getFileName().toString()::startsWith))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** None where it can't be listed. */
    private static List<Path> entries(Path place) {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Java's, and Node.js's, which a variable may name. */
    private static Set<Path> places() {
        return Stream.of(System.getProperty("java.io.tmpdir"), System.getenv("TMPDIR"))
                .filter(place -> place != null && !place.isEmpty())
                .map(place -> Path.of(place).toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .collect(Collectors.toSet());
    }

    /** As much of it as goes: the process ends, and there is nobody to tell. */
    private static void remove(Path folder) {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.forEach(all::add);
        } catch (IOException | UncheckedIOException e) {
            all.add(folder);
        }
        all.stream().sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
}
