package dev.wau.load;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the one file of the load history that a user names. */
final class FileFinder {

    private final LoadHistory history;

    FileFinder(LoadHistory history) {
        this.history = history;
    }

    /**
     * The key of the one file with this name.
     *
     * @param name its key, or the end of it after a {@code /}
     */
    ObjectKey key(String name) {
        List<ObjectKey> keys = history.files(new LoadHistory.Filter(null, name, null, Integer.MAX_VALUE)).stream()
                .map(file -> file.version().key())
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            throw new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot find '" + name + "' in the load history ('wau history' lists all files)");
        }
        if (keys.size() > 1) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid file '" + name + "': several files have this name (give the whole key, one of "
                            + keys.stream().limit(5).map(ObjectKey::path).collect(Collectors.joining(", ")) + ")");
        }
        return keys.get(0);
    }
}
