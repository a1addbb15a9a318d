package dev.wau.cli.demo;

import dev.wau.cli.command.CommandContext;
import dev.wau.cli.command.ExitCode;
import dev.wau.cli.command.Subcommand;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wau demo}. */
@Command(
        name = "demo",
        description = {
            "Makes audit log files of eight customers with everything that goes wrong with such files, runs the whole way"
                    + " over them three times, and compares what wau reports with what was planted.",
            "Ends with 3 if they differ. The files stay, for trying the other commands."
        },
        footer = {"Examples:", "  wau demo", "  wau demo --seed 8 --dir other-demo"})
public final class DemoCommand implements Subcommand {
    @Option(names = "--seed", paramLabel = "N", description = "makes other files (default: 7)")
    long seed = 7;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "where (default: demo); made, or made anew if it is a demo's")
    Path folder = Path.of("demo");

    private final DemoSize size;

    public DemoCommand() {
        this(DemoSize.FULL);
    }

    DemoCommand(DemoSize size) {
        this.size = size;
    }

    @Override
    public ExitCode run(CommandContext context) throws IOException {
        DemoWorkspace workspace = new DemoWorkspace(context.path(folder));
        DemoGenerator generator =
                new DemoGenerator(seed, size, Runtime.getRuntime().availableProcessors());
        workspace.prepare(generator.customers());
        DemoStory story = new DemoStory(context, workspace, generator);
        Made first = story.make(folder.resolve("exports").toString(), seed);
        // The demo is the same everywhere: no override of the environment may send it into another warehouse.
        WauConfig config = ConfigReader.read(workspace.config(), Map.of());
        DemoStory.End end = story.run(config, first);
        DemoEnding ending = new DemoEnding(context, end);
        ending.print(new NextSteps(wau(context), folder, "initech"));
        return ending.agrees() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String wau(CommandContext context) {
        return Files.isExecutable(context.path(Path.of("wau"))) ? "./wau" : "wau";
    }
}
