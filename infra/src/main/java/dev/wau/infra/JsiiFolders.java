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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.jsii.JsiiEngine;

/**
 * What jsii unpacks in the folder for temporary files: its own program, which it leaves there, and CDK, which it leaves where its
 * process is killed or finds no room. Here they go when this process ends. jsii tells nobody their names: its program is what
 * is new when it has started and what its processes name, and no folder goes that may be another process's.
 */
final class JsiiFolders {

    private static final String PROGRAM = "jsii-java-runtime";
    private static final String MODULES = "jsii-kernel-";

    /** That for another language; not its library for Java, which is in the class path of each JVM that has this. */
    private static final Pattern OTHERS = Pattern.compile("jsii-runtime(\\.js)?(\\s|$)");

    private static final int SECONDS = 5;
    private static boolean started;

    private final Set<Path> before;
    private final Set<Path> programs;

    /**
     * @param before what was there before jsii started
     * @param programs those of this process
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
                JsiiFolders folders = new JsiiFolders(before, own(before));
                Runtime.getRuntime().addShutdownHook(new Thread(folders::remove, "Remove jsii's folders"));
            }
        }
    }

    /** The one that our child names; of a child that is dead already, the one that nobody names. */
    private static Set<Path> own(Set<Path> before) {
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        List<ProcessHandle> all = ProcessHandle.allProcesses().toList();
        return fresh(before, PROGRAM).stream()
                .filter(program -> children.stream().anyMatch(process -> names(process, program))
                        || all.stream().noneMatch(process -> names(process, program)))
                .collect(Collectors.toSet());
    }

    private void remove() {
        ProcessHandle.allProcesses()
                .filter(process -> programs.stream().anyMatch(program -> names(process, program)))
                .forEach(JsiiFolders::await);
        programs.forEach(JsiiFolders::remove);
        if (ProcessHandle.allProcesses().noneMatch(JsiiFolders::mayHaveModulesHere)) {
            fresh(before, MODULES).forEach(JsiiFolders::remove);
        }
    }

    private static boolean names(ProcessHandle process, Path program) {
        return commandLine(process).contains(program.getFileName().toString());
    }

    /** jsii for Java has its modules beside its program; that for another language, who knows where. */
    private static boolean mayHaveModulesHere(ProcessHandle process) {
        String line = commandLine(process);
        return line.contains(PROGRAM)
                ? places().stream()
                        .anyMatch(place -> line.contains(place.resolve(PROGRAM).toString()))
                : OTHERS.matcher(line).find();
    }

    private static String commandLine(ProcessHandle process) {
        return process.isAlive() ? process.info().commandLine().orElse("") : "";
    }

    /** jsii ends its processes itself, but not the second where the first was killed. */
    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static Set<Path> fresh(Set<Path> before, String... prefixes) {
        Set<Path> fresh = all(prefixes);
        fresh.removeAll(before);
        return fresh;
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
