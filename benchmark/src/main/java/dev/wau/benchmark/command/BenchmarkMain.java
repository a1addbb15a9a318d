package dev.wau.benchmark.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code ./benchmark/run}. */
@Command(
        name = "benchmark/run",
        description = "Measures wau beside the tools people would use instead, on the same files.",
        subcommands = {LoadCommand.class, HelpCommand.class},
        footer = {"", "Example:", "  ./benchmark/run load --scale 0.1 --runs 3 --peers duckdb-typed"})
public final class BenchmarkMain {

    private BenchmarkMain() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchmarkMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
