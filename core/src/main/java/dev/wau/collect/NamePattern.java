package dev.wau.collect;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which names of a source are a customer's files: a glob over relative names, as
 * {@link java.nio.file.FileSystem#getPathMatcher} reads globs: {@code *} stays inside one name, {@code **} crosses folders,
 * and a pattern that begins with {@code **}{@code /} also matches directly in the folder. Names that begin with {@code .},
 * also of a folder, and names that end in {@code .tmp}, {@code .part} or {@code ~} never match: they are being written, or
 * nobody's data. Thread-safe.
 */
final class NamePattern {

    private static final String WILD = "*?[]{}\\";

    private final String glob;
    private final Pattern names;

    /**
     * The names that match a glob.
     *
     * @throws WauException INVALID_CONFIGURATION: not a glob
     */
    NamePattern(String glob) {
        this.glob = glob;
        this.names = compile(glob);
    }

    /** Whether a file of this name is one of the source's. */
    boolean matches(String name) {
        return !isHidden(name)
                && !name.endsWith(".tmp")
                && !name.endsWith(".part")
                && !name.endsWith("~")
                && names.matcher(name).matches();
    }

    /** Whether files below this folder may match. */
    boolean entersFolder(String folder) {
        return (glob.contains("/") || glob.contains("**")) && !isHidden(folder);
    }

    /** What every name that matches begins with. */
    String prefix() {
        int length = 0;
        while (length < glob.length() && WILD.indexOf(glob.charAt(length)) < 0) {
            length++;
        }
        return glob.substring(0, length);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }

    private static Pattern compile(String glob) {
        try {
            Pattern whole = Glob.toPattern(glob);
            if (!glob.startsWith("**/")) {
                return whole;
            }
            Pattern here = Glob.toPattern(glob.substring(3));
            return Pattern.compile("(?:" + whole.pattern() + ")|(?:" + here.pattern() + ")", Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid file pattern: '" + glob + "' (" + e.getDescription()
                            + "; for example '*.csv' or '**/*.csv')",
                    e);
        }
    }
}
