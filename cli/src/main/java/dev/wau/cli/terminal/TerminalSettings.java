package dev.wau.cli.terminal;

import java.util.Locale;
import java.util.Map;

/**
 * What a terminal can show. Immutable.
 *
 * @param width columns; {@link #UNLIMITED} when nobody looks (a pipe, a file)
 * @param colour whether standard output takes colour
 * @param unicode whether block and line glyphs can be shown; ASCII stands in for them if not
 * @param live whether standard error is a terminal, so that a progress line can be drawn over
 */
public record TerminalSettings(int width, boolean colour, boolean unicode, boolean live) {

    /** No width: nothing is cut. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** A pipe: no colour, nothing cut, plain progress lines. */
    public static final TerminalSettings PIPE = new TerminalSettings(UNLIMITED, false, true, false);

    private static final int DEFAULT_WIDTH = 80;
    private static final int NARROWEST = 40;

    public TerminalSettings {
        width = Math.max(width, NARROWEST);
    }

    /** The same without colour. */
    public TerminalSettings withoutColour() {
        return new TerminalSettings(width, false, unicode, live);
    }

    /**
     * Settings of this process. The launcher says in {@code wau.stdout}, {@code wau.stderr} ({@code tty} or not) and
     * {@code wau.columns} what the shell knows for free; what it doesn't say is taken for a pipe.
     *
     * @param environment {@code COLUMNS}, {@code NO_COLOR}, {@code TERM}, {@code LC_ALL}, {@code LC_CTYPE}, {@code LANG}
     */
    public static TerminalSettings system(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        boolean out = terminal("wau.stdout");
        boolean capable = !term.equals("dumb");
        boolean colour =
                out && capable && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new TerminalSettings(
                width(environment, out), colour, unicode(environment, out), terminal("wau.stderr") && capable);
    }

    private static boolean terminal(String property) {
        return "tty".equals(System.getProperty(property));
    }

    private static int width(Map<String, String> environment, boolean out) {
        int asked = number(environment.getOrDefault("COLUMNS", ""));
        if (asked > 0) {
            return asked;
        }
        if (!out) {
            return UNLIMITED;
        }
        int told = number(System.getProperty("wau.columns", ""));
        return told > 0 ? told : DEFAULT_WIDTH;
    }

    private static int number(String text) {
        boolean valid = !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return valid ? Integer.parseInt(text) : 0;
    }

    /** Only a terminal whose locale names another character set is held unable: an unset locale says nothing. */
    private static boolean unicode(Map<String, String> environment, boolean out) {
        if (!out) {
            return true;
        }
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(name, "").toUpperCase(Locale.ROOT);
            if (!locale.isEmpty()) {
                return locale.contains("UTF-8") || locale.contains("UTF8");
            }
        }
        return true;
    }
}
