package dev.wau.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.OutputClosedException;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Terminal;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The one place where an error becomes words on standard error and an exit code. */
final class Failures {

    private final Terminal terminal;
    private final CommonOptions options;
    private final boolean debug;

    Failures(Surroundings surroundings, CommonOptions options) {
        this.terminal = options.noColor ? surroundings.terminal().withoutColour() : surroundings.terminal();
        this.options = options;
        String asked = surroundings.environment().getOrDefault("WAU_DEBUG", "");
        this.debug = options.debug || !(asked.isEmpty() || asked.equals("0"));
    }

    ExitCode wrongUse(String message) {
        say(ErrorCode.INVALID_ARGUMENT, message);
        return ExitCode.WRONG_USE;
    }

    ExitCode of(Throwable error, List<String> arguments) {
        if (error instanceof OutputClosedException) {
            return ExitCode.OUTPUT_CLOSED;
        }
        if (error instanceof WauException known && known.code() != ErrorCode.INTERNAL) {
            say(known.code(), Objects.requireNonNullElse(known.getMessage(), "Failed: " + known.code()));
            trace(error);
            return ExitCode.of(known.code());
        }
        if (error instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return of(wrapped.getCause(), arguments);
        }
        if (error instanceof IOException io && !(error instanceof JsonProcessingException)) {
            say(ErrorCode.STORE_FAILED, words(io));
            trace(error);
            return ExitCode.FAILED;
        }
        if (error instanceof OutOfMemoryError) {
            say(ErrorCode.LIMIT_REACHED, "Cannot go on: out of memory\n  Give more with WAU_JAVA_OPTS=-Xmx2g wau ...");
            trace(error);
            return ExitCode.FAILED;
        }
        return defect(error, arguments);
    }

    private ExitCode defect(Throwable error, List<String> arguments) {
        String details = "wau " + String.join(" ", arguments) + "\n" + VersionCommand.text() + "\n\n" + stack(error);
        say(
                ErrorCode.INTERNAL,
                "A defect of wau, not of your data or use: " + error + "\n  " + written(details)
                        + "; please report it with them");
        trace(error);
        return ExitCode.FAILED;
    }

    private static String written(String details) {
        try {
            Path file = Files.createTempFile("wau-defect-", ".txt");
            Files.writeString(file, details);
            return "The details are in " + file;
        } catch (IOException e) {
            return "The details show with --debug";
        }
    }

    private void say(ErrorCode code, String message) {
        terminal.flush();
        if (options.json) {
            terminal.message(json(code, message));
        } else {
            int end = message.indexOf('\n');
            String first = end < 0 ? message : message.substring(0, end);
            terminal.message(first, Style.RED);
            if (end >= 0) {
                terminal.message(message.substring(end + 1));
            }
        }
    }

    private static String json(ErrorCode code, String message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = JsonOutput.to(bytes)) {
            json.object("error")
                    .field("code", code.name().toLowerCase(Locale.ROOT))
                    .field("message", message)
                    .end();
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private void trace(Throwable error) {
        if (debug) {
            terminal.message(stack(error));
        }
    }

    private static String stack(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString().replace("\r\n", "\n").replace("\t", "    ");
    }

    /** The JDK's messages of these are often a bare path. */
    private static String words(IOException error) {
        if (error instanceof NoSuchFileException missing) {
            return "Cannot read " + missing.getFile() + ": there is no such file";
        }
        if (error instanceof FileAlreadyExistsException there) {
            return "Cannot write " + there.getFile() + ": it exists already";
        }
        if (error instanceof FileSystemException file) {
            return "Cannot use " + file.getFile() + ": "
                    + Objects.requireNonNullElse(
                            file.getReason(), error.getClass().getSimpleName());
        }
        return "Cannot read or write: "
                + Objects.requireNonNullElse(
                        error.getMessage(), error.getClass().getSimpleName());
    }
}
