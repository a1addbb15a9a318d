package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.infra.stack.Packages;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the packages are that are deployed; {@code ./wau} says its own tree. */
final class SourceTree {

    @Option(
            names = "--sources",
            paramLabel = "FOLDER",
            hidden = true,
            defaultValue = "${sys:wau.sources:-.}",
            description = "the source tree whose built packages are deployed")
    Path folder = Path.of(".");

    Packages packages(CommandContext context) {
        return Packages.in(context.path(folder));
    }
}
