package dev.wau.warehouse.sql;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.FileLayout;
import dev.wau.load.FileToLoad;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.FileRefusedException;
import dev.wau.model.WauException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads files' headers. */
public final class FileHeaders {

    private FileHeaders() {}

    /**
     * Reads them here, one after the other. Equal layouts are one object: files have few different ones.
     *
     * @throws WauException STORE_FAILED, OBJECT_CHANGED, NOT_FOUND
     */
    public static Map<FileId, FileHeader> read(Collection<FileToLoad> files) {
        Map<FileLayout, FileLayout> different = new HashMap<>();
        Map<FileId, FileHeader> headers = new HashMap<>();
        for (FileToLoad file : files) {
            try (AuditLogReader reader = file.open(reject -> {})) {
                FileLayout layout = different.computeIfAbsent(reader.layout(), one -> one);
                headers.put(file.id(), new FileHeader(layout, null));
            } catch (FileRefusedException refusal) {
                headers.put(file.id(), new FileHeader(null, refusal));
            } catch (IOException e) {
                throw new WauException(
                        ErrorCode.STORE_FAILED, "Cannot read " + file.version().key() + ": " + e.getMessage(), e);
            }
        }
        return headers;
    }
}
