package dev.wau.cli.command;

import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.TerminalProgress;
import dev.wau.config.ConfigReader;
import dev.wau.config.WauConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command works with: the terminal, the common options, {@code wau.yaml}. Of three ways to speak, a command
 * takes {@code terminal().line} for results that are always wanted, {@link #tell} for its story, {@link #note} for
 * remarks beside results. Thread-safe.
 */
public final class CommandContext {

    private final Surroundings surroundings;
    private final CommonOptions options;
    private final Terminal terminal;

    CommandContext(Surroundings surroundings, CommonOptions options) {
        this.surroundings = surroundings;
        this.options = options;
        this.terminal = options.noColor ? surroundings.terminal().withoutColour() : surroundings.terminal();
    }

    /** Where to print. */
    public Terminal terminal() {
        return terminal;
    }

    /** Where long work reports; nowhere under {@code --quiet}. */
    public Progress progress() {
        return options.quiet ? Progress.NONE : new TerminalProgress(terminal);
    }

    /** The same for work that is over at once unless there is much to read: nowhere below 50 MB. */
    public Progress progressIfLong(long bytes) {
        return bytes < 50_000_000 ? Progress.NONE : progress();
    }

    /** A line of the command's story, on standard output; silent under {@code --quiet} and {@code --json}. */
    public void tell(String line) {
        if (!options.quiet && !options.json) {
            terminal.line(line);
            // Also into a pipe or a file: who waits for a long run reads along.
            terminal.flush();
        }
    }

    /** A remark beside the results, on standard error; silent under {@code --quiet}. */
    public void note(String line) {
        if (!options.quiet) {
            terminal.message(line);
        }
    }

    /** JSON under {@code --json}, else a table. */
    public Format format() {
        return options.json ? Format.JSON : Format.TABLE;
    }

    /** The command's own {@code --format}, unless {@code --json} says otherwise. */
    public Format format(Format asked) {
        return options.json ? Format.JSON : asked;
    }

    /** {@link ExitCode#INCOMPLETE} under {@code --strict} if there is any problem, else {@link ExitCode#DONE}. */
    public ExitCode doneWith(long problems) {
        return options.strict && problems > 0 ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    /** The environment, for secrets and overrides. */
    public Map<String, String> environment() {
        return surroundings.environment();
    }

    /** A path of the command line, from the working folder. */
    public Path path(Path given) {
        return surroundings.folder().resolve(given).normalize();
    }

    /**
     * Runs another command, with its own messages, as if it stood alone on the command line with {@code --config FILE}.
     *
     * @param variables that go before this process's
     */
    public ExitCode run(
            List<CommandEntry> commands, Map<String, String> variables, Path config, List<String> arguments) {
        Map<String, String> environment = new HashMap<>(surroundings.environment());
        environment.putAll(variables);
        List<String> all = new ArrayList<>(List.of("--config", config.toString()));
        if (options.json) {
            all.add("--json");
        }
        if (options.quiet) {
            all.add("--quiet");
        }
        all.addAll(arguments);
        return new CommandRunner(new Surroundings(terminal, environment, surroundings.folder()), commands).run(all);
    }

    /**
     * Reads {@code wau.yaml}.
     *
     * @throws WauException INVALID_CONFIGURATION, or NOT_FOUND: there is none
     */
    public WauConfig config() {
        return findConfig().orElseThrow(this::noConfig);
    }

    /** The same with another warehouse. */
    public WauConfig config(String warehouse) {
        Map<String, String> environment = new HashMap<>(surroundings.environment());
        environment.put("--warehouse", warehouse);
        return configFile().map(found -> ConfigReader.read(found, environment)).orElseThrow(this::noConfig);
    }

    private WauException noConfig() {
        return new WauException(
                ErrorCode.NOT_FOUND,
                "Cannot find wau.yaml in " + surroundings.folder() + " or above it\n"
                        + "  Write one:      wau init\n"
                        + "  Use another:    wau --config FILE ...\n"
                        + "  Just look:      wau demo");
    }

    /** The same, or empty when none is named and none is found. */
    public Optional<WauConfig> findConfig() {
        return configFile().map(found -> ConfigReader.read(found, surroundings.environment()));
    }

    /** The file that {@code --config} names, or {@code wau.yaml} in the working folder: for writing one. */
    public Path configTarget() {
        Path named = options.config;
        return path(named == null ? Path.of("wau.yaml") : named);
    }

    private Optional<Path> configFile() {
        Path named = options.config;
        return named == null ? nearest() : Optional.of(path(named));
    }

    private Optional<Path> nearest() {
        for (Path folder = surroundings.folder(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("wau.yaml");
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
