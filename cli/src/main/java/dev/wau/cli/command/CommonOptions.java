package dev.wau.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, before or after its name. */
public final class CommonOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "wau.yaml to use (default: the nearest one, from the working folder up)")
    @Nullable
    Path config;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "results as JSON lines: one flat object a line, stable names (docs/cli.md)")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "no progress and no notes: results and errors only")
    boolean quiet;

    @Option(
            names = "--strict",
            scope = ScopeType.INHERIT,
            description = "exit with 1 when there are rejects, refused files or missing customers")
    boolean strict;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "no colour (also: NO_COLOR=1; never any colour in a pipe)")
    boolean noColor;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "show where an error comes from (also: WAU_DEBUG=1)")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help")
    boolean help;
}
