package dev.wau.benchmark.command;

import java.util.List;
import picocli.CommandLine;

/** Starts {@code ./benchmark/run}. */
public final class BenchmarkMain {

    private BenchmarkMain() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        List<String> line = List.of(arguments);
        CommandLine command = new CommandLine(new BenchmarkCommand(line))
                .addSubcommand(new ScaleCommand(line))
                .addSubcommand(new MicroCommand())
                .addSubcommand(new ReportsCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, failed, parsed) -> explain(problem));
        System.exit(command.execute(arguments));
    }

    /** A wrong value is told in a line; anything else is a mistake of ours. */
    private static int explain(Exception problem) throws Exception {
        if (problem instanceof IllegalArgumentException) {
            System.err.println(problem.getMessage());
            return 2;
        }
        throw problem;
    }
}
