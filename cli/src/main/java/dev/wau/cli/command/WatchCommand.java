package dev.wau.cli.command;

import dev.wau.cli.stage.LocalStages;
import dev.wau.cli.terminal.Numbers;
import dev.wau.config.CustomerConfig;
import dev.wau.config.WauConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.Fault;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.trigger.FolderEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wau watch}. */
@Command(
        name = "watch",
        description = {
            "Stays, and does what 'wau run' does whenever files arrive in a source or markers in the central bucket.",
            "Events of the file system are hints: every --interval it looks by itself. The warehouse is held only while"
                    + " something is loaded, so reports go on beside it. Ctrl-C ends it; nothing half-done is kept."
        },
        footer = {"Example:", "  wau watch --interval 60"})
public final class WatchCommand implements Subcommand {

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "look for what no event told at least this often (default: ${DEFAULT-VALUE})")
    int interval;

    @Option(
            names = "--quiet-for",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "after an event, wait until nothing changed for this long (default: ${DEFAULT-VALUE})")
    int quietFor;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "0",
            converter = Converters.Count.class,
            description = "end after so many rounds (default: 0, never)")
    int rounds;

    @Mixin
    WaitOption wait = WaitOption.toChange();

    @Override
    public ExitCode run(CommandContext context) throws IOException {
        if (interval < 1 || quietFor < 0) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid --interval or --quiet-for: whole seconds, from 1 and from 0 up");
        }
        WauConfig config = context.config();
        try (FolderEvents events = FolderEvents.of(folders(config))) {
            context.note("Watching " + Numbers.count(config.customers().size(), "source") + " and "
                    + config.central().location()
                    + "; every " + interval + " s at the latest. Ctrl-C ends it.");
            List<ObjectKey> loaded = List.of();
            for (int round = 1; ; round++) {
                loaded = round(context, config, loaded);
                if (round == rounds) {
                    return ExitCode.DONE;
                }
                events.await(Duration.ofSeconds(interval), Duration.ofSeconds(quietFor));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private static List<Path> folders(WauConfig config) {
        List<Path> folders = new ArrayList<>();
        for (CustomerConfig customer : config.customers()) {
            addFolder(folders, customer.source().location(), "");
        }
        addFolder(folders, config.central().location(), "complete");
        return folders;
    }

    // What happens elsewhere is seen by looking, every interval.
    private static void addFolder(List<Path> folders, Location location, String below) {
        if (location.isFolder()) {
            folders.add(location.folder().resolve(below));
        }
    }

    /**
     * A failure of one round, whoever caused it, must not end the watch: the next round tries again.
     *
     * @param loaded the markers that stood there when everything was loaded last
     * @return the same for the next round
     */
    private List<ObjectKey> round(CommandContext context, WauConfig config, List<ObjectKey> loaded) {
        try (LocalStages stages = LocalStages.of(config, wait.patience(context), context.progress())) {
            new Round(context, stages, new LocalRoundLoad(context, stages)).runIfNew(loaded);
            return stages.markerKeys();
        } catch (WauException e) {
            if (e.code().fault() == Fault.INTERNAL) {
                throw e;
            }
            context.note(e.getMessage() + "");
            return List.of();
        }
    }
}
