package dev.wau.cli.stage;

import dev.wau.store.Location;
import java.nio.file.Path;
import java.util.Optional;

/** The key of what a user names by its path or URI. */
final class MarkerNames {

    private MarkerNames() {}

    /** The key in the central bucket; empty if it isn't there, or is no path or URI. */
    static Optional<String> inside(Location central, String given) {
        return central.isFolder() ? inFolder(central.folder(), given) : inBucket(central.toString(), given);
    }

    private static Optional<String> inFolder(Path central, String given) {
        Path path = Path.of(given).toAbsolutePath().normalize();
        return path.startsWith(central) && !path.equals(central)
                ? Optional.of(central.relativize(path).toString().replace('\\', '/'))
                : Optional.empty();
    }

    private static Optional<String> inBucket(String central, String given) {
        String folder = central.endsWith("/") ? central : central + "/";
        return given.startsWith(folder) && given.length() > folder.length()
                ? Optional.of(given.substring(folder.length()))
                : Optional.empty();
    }
}
