/**
 * The commands of {@code wau}, one class each, and what they share: {@link dev.wau.cli.command.CommandContext}, the exit
 * codes, the one place where errors become words.
 *
 * <pre>{@code
 * @Command(
 *         name = "unload",
 *         description = "Takes a file's rows out; what they suppressed comes back.",
 *         footer = {"Example:", "  wau unload acme/acme-Jul-02.csv"})
 * public final class UnloadCommand implements Subcommand {
 *
 *     @Parameters(paramLabel = "FILE", description = "key, or its end")
 *     String file = "";
 *
 *     @Override
 *     public ExitCode run(CommandContext context) {
 *         WauConfig config = context.config();
 *         ...work with context.progress()...
 *         context.tell("1 file, 418 rows");
 *         return context.doneWith(rejects);
 *     }
 * }
 * }</pre>
 *
 * <p>and one line in {@code dev.wau.cli.Commands}:
 * {@code new CommandEntry("unload", "Take a file's rows out again", UnloadCommand::new)}.
 * Throw {@link dev.wau.model.WauException} for everything a user should read; nothing else needs a catch.
 */
@NullMarked
package dev.wau.cli.command;

import org.jspecify.annotations.NullMarked;
