package dev.wau.config;

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
final class YamlFile {

    private static final String WAY_OUT = "`wau init` writes a commented one";

    private YamlFile() {}

    static Node read(Path file) {
        String text = text(file);
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            return new Compose(settings).composeString(text).orElseThrow(() -> empty(file));
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new WauException(ErrorCode.NOT_FOUND, "Cannot find " + file + " (" + WAY_OUT + ")", e);
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

    private static WauException empty(Path file) {
        return new WauException(ErrorCode.INVALID_CONFIGURATION, file + ":1: is empty (" + WAY_OUT + ")");
    }

    private static WauException invalid(Path file, int line, String problem, Throwable cause) {
        return new WauException(ErrorCode.INVALID_CONFIGURATION, file + ":" + line + ": " + problem, cause);
    }
}
