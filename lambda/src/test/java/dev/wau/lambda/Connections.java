package dev.wau.lambda;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * TCP connections of this machine that lead to some servers, as Linux lists them: those that were closed within the last
 * minute too. What was there at the start isn't counted: a server's port may have been another's just before.
 */
final class Connections {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private final List<String> ports;
    private final Set<String> before;

    private Connections(List<String> ports) throws IOException {
        this.ports = ports;
        this.before = now();
    }

    /** Those that lead to these servers, from now on. */
    static Connections to(URI... servers) throws IOException {
        return new Connections(Arrays.stream(servers)
                .map(server -> String.format(Locale.ROOT, ":%04X", server.getPort()))
                .toList());
    }

    /** How many were opened. */
    long opened() throws IOException {
        Set<String> opened = now();
        opened.removeAll(before);
        return opened.size();
    }

    /** Each by its two ends. */
    private Set<String> now() throws IOException {
        Set<String> found = new HashSet<>();
        for (Path table : TABLES) {
            try (Stream<String> lines = Files.lines(table)) {
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(words -> ports.stream().anyMatch(words[2]::endsWith))
                        .forEach(words -> found.add(words[1] + " to " + words[2]));
            }
        }
        return found;
    }
}
