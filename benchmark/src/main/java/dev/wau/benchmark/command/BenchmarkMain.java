package dev.wau.benchmark.command;

import dev.wau.model.Fault;
import dev.wau.model.WauException;
import java.util.List;
import picocli.CommandLine;

/** Starts {@code ./benchmark/run}. */
public final class BenchmarkMain {

    private BenchmarkMain() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and gives its exit code. */
    static int run(String... arguments) {
        List<String> line = List.of(arguments);
        return new CommandLine(new BenchmarkCommand(line))
                .addSubcommand(new ScaleCommand(line))
                .addSubcommand(new ClusterCommand(line))
                .addSubcommand(new ClusterScaleCommand())
                .addSubcommand(new MicroCommand())
                .addSubcommand(new ReportsCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, failed, parsed) -> explain(problem))
                .execute(arguments);
    }

    /** A wrong value, and an error that wau explains, are told in their words; anything else is a mistake of ours. */
    private static int explain(Exception problem) throws Exception {
        if (problem instanceof IllegalArgumentException) {
            System.err.println(problem.getMessage());
            return 2;
        }
        if (problem instanceof WauException error) {
            System.err.println(error.getMessage());
            return error.code().fault() == Fault.USER ? 2 : 3;
        }
        throw problem;
    }
}
