package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.NewFile;
import dev.wau.cli.command.Subcommand;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wau infra init}. */
@Command(
        name = "init",
        header = "Write a commented infra.yaml",
        description = "Writes a commented infra.yaml: every choice with what holds unless it is made. Then edit it.",
        footerHeading = "%n",
        footer = {"Example:", "  wau infra init", "  wau infra cost"})
public final class InfraInitCommand implements Subcommand {

    @Option(names = "--infra", paramLabel = "FILE", description = "the file to write (default: infra.yaml)")
    Path file = Path.of("infra.yaml");

    @Option(names = "--force", description = "overwrite a file that is there")
    boolean force;

    @Override
    public ExitCode run(CommandContext context) throws IOException {
        Path path = context.path(file);
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot write " + path + ": there is no folder " + folder + " (make it first)");
        }
        NewFile target = new NewFile(path, "--infra");
        if (force) {
            target.replace(template());
        } else {
            target.create(template());
        }
        context.tell("Wrote " + path);
        context.tell("Next: edit its account and region, then 'wau infra cost' and 'wau infra synth'");
        return ExitCode.DONE;
    }

    /** The commented file. */
    static String template() throws IOException {
        try (InputStream content =
                Objects.requireNonNull(InfraInitCommand.class.getResourceAsStream("/dev/wau/infra/infra.yaml"))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
