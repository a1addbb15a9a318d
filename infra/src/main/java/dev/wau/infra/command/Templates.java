package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.infra.InfraApp;
import dev.wau.infra.Node;
import dev.wau.infra.Written;
import dev.wau.infra.settings.Deployment;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The step that {@code synth} and {@code deploy} have in common: the templates, in a folder. */
record Templates(CommandContext context, SourceTree sources) {

    /** In a folder that CDK has finished: a file of this name. */
    private static final String MARK = "cdk.out";

    /** What it has written before that. */
    private static final String CDKS =
            "asset\\..*|manifest\\.json|tree\\.json|.*\\.(template|assets|metadata|outputs)\\.json";

    /**
     * Writes them.
     *
     * @param folder which is made; null: CDK's command line has chosen one
     */
    List<Written> write(List<Deployment> deployments, @Nullable Path folder) throws IOException {
        Node.require(context.environment());
        if (folder != null) {
            requireOwn(folder);
            Files.createDirectories(folder);
        }
        return InfraApp.synth(deployments, sources.packages(context), folder);
    }

    /** Among other files CDK's would be mistaken for yours, and a name that is taken ends it half way. */
    private static void requireOwn(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refused(folder, "it is a file");
        }
        if (Files.isDirectory(folder) && !Files.isRegularFile(folder.resolve(MARK))) {
            Optional<String> other;
            try (Stream<Path> entries = Files.list(folder)) {
                other = entries.map(entry -> String.valueOf(entry.getFileName()))
                        .filter(name -> !name.matches(CDKS))
                        .sorted()
                        .findFirst();
            }
            if (other.isPresent()) {
                throw refused(folder, "something else is there already, '" + other.get() + "'");
            }
        }
    }

    private static WauException refused(Path folder, String why) {
        return new WauException(
                ErrorCode.INVALID_ARGUMENT,
                "Cannot write templates to " + folder + ": " + why
                        + "\n  They want a folder of their own: a new one, an empty one, or one of CDK's (-o FOLDER of synth)");
    }
}
