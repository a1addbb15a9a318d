package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.infra.InfraApp;
import dev.wau.infra.Node;
import dev.wau.infra.Written;
import dev.wau.infra.settings.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The step that {@code synth} and {@code deploy} have in common: the templates, in a folder. */
record Templates(CommandContext context, SourceTree sources) {

    /**
     * Writes them.
     *
     * @param folder which is made; null: CDK's command line has chosen one
     */
    List<Written> write(List<Deployment> deployments, @Nullable Path folder) throws IOException {
        Node.require(context.environment());
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return InfraApp.synth(deployments, sources.packages(context), folder);
    }
}
