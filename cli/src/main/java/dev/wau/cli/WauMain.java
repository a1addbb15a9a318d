package dev.wau.cli;

import dev.wau.cli.command.CommandRunner;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Surroundings;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The process. */
public final class WauMain {

    private WauMain() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.system();
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayInterrupted(surroundings, ended)));
        ExitCode code = new CommandRunner(surroundings, Commands.all()).run(List.of(arguments));
        ended.set(true);
        System.exit(code.number());
    }

    /** Ctrl-C and a polite kill come here with the work unfinished; the JVM then exits with 130 or 143 by itself. */
    private static void sayInterrupted(Surroundings surroundings, AtomicBoolean ended) {
        if (!ended.get()) {
            surroundings
                    .terminal()
                    .message("Interrupted. Nothing half-done is kept or visible; the same command goes on from there.");
        }
    }
}
