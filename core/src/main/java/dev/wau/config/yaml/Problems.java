package dev.wau.config.yaml;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong in a configuration file, so that one reading tells all of it. */
public final class Problems {

    private static final int SHOWN = 20;

    private record Problem(int line, String message) {}

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    public Problems(Path file) {
        this.file = file;
    }

    /** Notes a problem of a line, from 1; 0 for what has no line. */
    public void add(int line, String message) {
        problems.add(new Problem(line, line == 0 ? message : file + ":" + line + ": " + message));
    }

    /** Ends the reading when anything is wrong. */
    public void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        String message = problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .limit(SHOWN)
                .map(Problem::message)
                .collect(Collectors.joining("\n"));
        int more = problems.size() - SHOWN;
        throw new WauException(
                ErrorCode.INVALID_CONFIGURATION, more > 0 ? message + "\nand " + more + " more" : message);
    }
}
