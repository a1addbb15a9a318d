package dev.wau.cli.command;

import dev.wau.config.ConfigTemplate;
import dev.wau.config.DetectedCustomer;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wau init}. */
@Command(
        name = "init",
        description = {
            "Writes a commented wau.yaml into the working folder (or to --config FILE): customers, their folders, how",
            "their files are written, personal data, the central folder, the warehouse, policies. With FOLDER, each of",
            "its sub-folders becomes a customer. Then edit it."
        },
        footer = {"Example:", "  wau init exports", "  wau inspect exports/acme/acme-Jul-02.csv", "  wau run"})
public final class InitCommand implements Subcommand {

    @Option(names = "--force", description = "overwrite a file that is there")
    boolean force;

    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "one folder for each customer in it")
    @Nullable
    Path folder;

    @Override
    public ExitCode run(CommandContext context) throws IOException {
        Path file = context.configTarget();
        NewFile target = new NewFile(file, "--config");
        if (force) {
            target.replace(text(context));
        } else {
            target.create(text(context));
        }
        context.tell("Wrote " + file);
        context.tell("Next: edit its customers, look at a file with 'wau inspect FILE', then 'wau run'");
        return ExitCode.DONE;
    }

    private String text(CommandContext context) throws IOException {
        if (folder == null) {
            return ConfigTemplate.text();
        }
        Path exports = context.path(folder);
        if (!Files.isDirectory(exports)) {
            boolean there = Files.exists(exports);
            throw new WauException(
                    there ? ErrorCode.INVALID_ARGUMENT : ErrorCode.NOT_FOUND,
                    "Cannot find customers in " + folder + ": " + (there ? "it is not a folder" : "no such folder")
                            + "\n  Name the folder that has one folder for each customer");
        }
        List<DetectedCustomer> customers = ConfigTemplate.detect(
                        exports, folder.toString().replace('\\', '/'))
                .stream()
                .filter(customer -> !customer.customer().name().equals("central"))
                .toList();
        if (customers.isEmpty()) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find customers in " + folder + ": it has no sub-folder with files\n"
                            + "  'wau init' without a folder writes an example to edit");
        }
        context.tell("Customers: "
                + customers.stream().map(customer -> customer.customer().name()).collect(Collectors.joining(", ")));
        return ConfigTemplate.text(customers);
    }
}
