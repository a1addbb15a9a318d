package dev.wau.benchmark.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./benchmark/run micro}: hands its arguments to JMH. */
@Command(
        name = "micro",
        description = "Runs the JMH benchmarks: reader, fingerprint, times. All options are JMH's own (-h shows them).",
        footer = {"", "Example:", "  ./benchmark/run micro Reader -prof gc"})
final class MicroCommand implements Callable<Integer> {

    @Unmatched
    List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
