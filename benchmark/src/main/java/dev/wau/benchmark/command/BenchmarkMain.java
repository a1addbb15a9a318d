package dev.wau.benchmark.command;

import java.util.List;
import picocli.CommandLine;

/** Starts {@code ./benchmark/run}. */
public final class BenchmarkMain {

    private BenchmarkMain() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandLine command =
                new CommandLine(new BenchmarkCommand(List.of(arguments))).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(command.execute(arguments));
    }
}
