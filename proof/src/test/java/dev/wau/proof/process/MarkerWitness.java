package dev.wau.proof.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sees that a marker, once published, stays the same file with the same content. A second publication under the name
 * would be another inode or content, one under another name another marker.
 */
public final class MarkerWitness {

    private final Path folder;
    private final Map<String, String> seen = new TreeMap<>();

    MarkerWitness(Path folder) {
        this.folder = folder;
    }

    /** Looks again; returns how many markers there are. */
    public int look() {
        Map<String, String> now = new TreeMap<>();
        for (Path marker : markers()) {
            now.put(marker.getFileName().toString(), state(marker));
        }
        seen.forEach((name, state) -> assertThat(now.get(name)).as(name).isEqualTo(state));
        seen.putAll(now);
        return seen.size();
    }

    /** The markers' keys, oldest first. */
    public List<String> names() {
        return markers().stream()
                .map(marker -> "complete/" + marker.getFileName())
                .sorted()
                .toList();
    }

    private List<Path> markers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(Path marker) {
        try {
            return Files.getAttribute(marker, "unix:ino") + " " + Files.getLastModifiedTime(marker) + " "
                    + Files.readString(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
