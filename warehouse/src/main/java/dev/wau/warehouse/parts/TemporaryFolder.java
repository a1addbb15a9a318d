package dev.wau.warehouse.parts;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of this machine that goes when it is closed, with all that is in it.
 *
 * @param path where it is
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /** Makes one whose name begins so. */
    public static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw failure("write into", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(path)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw failure("clear", e);
        }
    }

    private static WauException failure(String what, IOException e) {
        return new WauException(
                ErrorCode.STORE_FAILED,
                "Cannot " + what + " the folder for temporary files, " + System.getProperty("java.io.tmpdir") + ": "
                        + e.getMessage() + " (parts take about a third of the files' bytes; nothing was changed)",
                e);
    }
}
