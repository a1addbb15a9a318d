package dev.wau.cli.command;

import java.io.IOException;

/**
 * One command of {@code wau}: a picocli {@code @Command} with its own options; those of every command come with the
 * context. A new one is registered in {@code dev.wau.cli.Commands}.
 */
public interface Subcommand {

    /**
     * Does it.
     *
     * @throws dev.wau.model.WauException shown by its message alone; the exit code follows from its {@code ErrorCode}
     * @throws IOException shown by its message alone, as a failure
     */
    ExitCode run(CommandContext context) throws IOException;
}
