package dev.wau.benchmark.way;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds what a way needs and the benchmark doesn't bring. */
public final class Maven {

    private Maven() {}

    /**
     * Runs {@code mvn} with these arguments and those of {@code WAU_MAVEN_OPTS}, without the check of the formatting.
     *
     * @param folder for its output
     */
    public static void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dspotless.phase=none"));
        command.addAll(arguments);
        String more = System.getenv().getOrDefault("WAU_MAVEN_OPTS", "");
        Arrays.stream(more.split(" ")).filter(word -> !word.isEmpty()).forEach(command::add);
        ChildProcess.run(folder.toAbsolutePath(), command);
    }
}
