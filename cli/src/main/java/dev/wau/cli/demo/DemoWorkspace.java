package dev.wau.cli.demo;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The demo's folder: the customers' exports, the files that come later, {@code wau.yaml}, and what wau makes of them.
 *
 * @param folder absolute
 */
record DemoWorkspace(Path folder) {
    /** Says that the folder is a demo's and may be made anew. */
    private static final String MARK = ".wau-demo";

    private static final List<String> OWN = List.of("exports", "late", "central", "wau.yaml");
    private static final String WAREHOUSE = "wau.duckdb";

    /** The customers' folders. */
    Path exports() {
        return folder.resolve("exports");
    }

    /** Files that are still on their way when the demo ends. */
    Path late() {
        return folder.resolve("late");
    }

    /** Its configuration. */
    Path config() {
        return folder.resolve("wau.yaml");
    }

    /**
     * Makes the folder, or empties the demo that stands there: of what it holds, only what a demo made.
     *
     * @throws WauException INVALID_ARGUMENT: something else stands there
     */
    void prepare(List<DemoCustomer> customers) throws IOException {
        if (!mine()) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot make the demo in " + folder + ": something else stands there (a new or empty folder, or a"
                            + " demo's)\n  Take another one: wau demo --dir FOLDER");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), "Made by 'wau demo', which makes it anew when it runs again.\n");
        for (Path path : own()) {
            delete(path);
        }
        Files.writeString(config(), DemoConfig.text(customers));
    }

    private boolean mine() throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS) || Files.isRegularFile(folder.resolve(MARK))) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private List<Path> own() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> OWN.contains(name(path)) || name(path).startsWith(WAREHOUSE))
                    .toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException error) throws IOException {
                if (error != null) {
                    throw error;
                }
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
