package dev.wau.cli.command;

import java.util.function.Supplier;

/**
 * A command in the list of commands.
 *
 * @param label as typed
 * @param summary one line for the help
 * @param maker makes one; only called when the label stands in the arguments, for start-up time
 */
public record CommandEntry(String label, String summary, Supplier<Subcommand> maker) {}
