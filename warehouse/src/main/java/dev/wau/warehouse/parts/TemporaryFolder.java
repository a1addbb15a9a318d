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

    /** Makes one whose name begins so, where this process has its temporary files. */
    public static TemporaryFolder create(String prefix) {
        return createIn(Path.of(System.getProperty("java.io.tmpdir")), prefix);
    }

    /** Makes one in a folder, which is made too where it isn't there. */
    public static TemporaryFolder createIn(Path folder, String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(Files.createDirectories(folder), prefix));
        } catch (IOException e) {
            throw failure("write into", folder, e);
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
            throw failure("clear", path, e);
        }
    }

    private static WauException failure(String what, Path folder, IOException e) {
        return new WauException(
                ErrorCode.STORE_FAILED,
                "Cannot " + what + " the folder for temporary files, " + folder + ": " + e.getMessage()
                        + " (parts take about a third of the files' bytes; nothing was changed)",
                e);
    }
}
