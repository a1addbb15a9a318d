/**
 * The terminal toolkit: how every command speaks. Results go to standard output, messages and progress to standard
 * error; colour, width and glyphs follow what the terminal can show.
 *
 * <pre>{@code
 * try (Progress.Stage stage = context.progress().start("load", bytes, files)) {
 *     ...stage.advance(read, 1);
 * }
 * Terminal terminal = context.terminal();
 * new Table().text("customer").number("records").text("last event")
 *         .row("acme", 1_204_377L, instant)
 *         .print(terminal);
 * new BarChart().bar("2025-06-09", 1342).provisional("2025-06-16", 772, "7 of 8 customers").print(terminal);
 * terminal.message("9 records rejected  (wau rejects)", Style.AMBER);
 * }</pre>
 *
 * <p>What can be a table, CSV and JSON alike is said once, as a {@link dev.wau.cli.terminal.Listing}:
 *
 * <pre>{@code
 * Listing<HistoryFile> files = new Listing<HistoryFile>("file")
 *         .text("customer", file -> file.version().customer())
 *         .number("loaded", file -> file.counts().loaded())
 *         .detail("sha256", file -> file.version().sha256());
 * files.print(context.terminal(), context.format(), history.files(filter));
 * }</pre>
 */
@NullMarked
package dev.wau.cli.terminal;

import org.jspecify.annotations.NullMarked;
