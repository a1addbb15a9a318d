package dev.wau.cli.command;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file for the user to edit, which must not take the place of one that was edited already.
 *
 * @param option with which the user names another
 */
public record NewFile(Path path, String option) {

    /**
     * Writes it where there is none.
     *
     * @throws WauException INVALID_ARGUMENT: there is one
     */
    public void create(String text) throws IOException {
        try {
            Files.writeString(path, text, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot write " + path + ": it is there already\n  --force overwrites it, " + option
                            + " FILE writes another",
                    e);
        }
    }

    /** Writes it, whatever was there. */
    public void replace(String text) throws IOException {
        Files.writeString(path, text);
    }
}
