package dev.wau.config.yaml;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file's YAML as nodes, which know their lines. */
public final class YamlFile {

    private YamlFile() {}

    /**
     * Reads it.
     *
     * @param wayOut what to do where there is no file, or nothing in it; for the message
     * @throws WauException NOT_FOUND, INVALID_CONFIGURATION
     */
    public static Node read(Path file, String wayOut) {
        return read(file, text(file, wayOut), wayOut);
    }

    /**
     * Reads a text that stands elsewhere, as if it stood in this file.
     *
     * @throws WauException INVALID_CONFIGURATION
     */
    public static Node read(Path file, String text, String wayOut) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            return new Compose(settings).composeString(text).orElseThrow(() -> empty(file, wayOut));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw invalid(file, line, "is not YAML: " + e.getProblem() + context(e), e);
        } catch (StackOverflowError e) {
            throw invalid(file, 1, "is not YAML: nested too deeply", e);
        } catch (YamlEngineException e) {
            throw invalid(
                    file,
                    1,
                    "is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static String text(Path file, String wayOut) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new WauException(ErrorCode.NOT_FOUND, "Cannot find " + file + " (" + wayOut + ")", e);
        } catch (CharacterCodingException e) {
            throw invalid(file, 1, "is not UTF-8", e);
        } catch (AccessDeniedException e) {
            throw new WauException(ErrorCode.NOT_FOUND, "Cannot read " + file + ": permission denied", e);
        } catch (IOException e) {
            String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
            String word = reason == null ? e.getClass().getSimpleName() : reason;
            throw new WauException(ErrorCode.NOT_FOUND, "Cannot read " + file + ": " + word, e);
        }
    }

    private static String context(MarkedYamlEngineException e) {
        return e.getContext() == null || e.getContext().isBlank() ? "" : " (" + e.getContext() + ")";
    }

    private static WauException empty(Path file, String wayOut) {
        return new WauException(ErrorCode.INVALID_CONFIGURATION, file + ":1: is empty (" + wayOut + ")");
    }

    private static WauException invalid(Path file, int line, String problem, Throwable cause) {
        return new WauException(ErrorCode.INVALID_CONFIGURATION, file + ":" + line + ": " + problem, cause);
    }
}
