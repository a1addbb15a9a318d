package dev.wau.collect;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns a glob into a regular expression, by the rules of {@link java.nio.file.FileSystem#getPathMatcher}. That one itself
 * asks for a {@link java.nio.file.Path}, which not every name of a bucket can become: it depends on the encoding that this
 * machine's locale gives file names. For one glob.
 */
final class Glob {

    private static final String REGEX_META = ".^$+{}[]|()&-\\*?";

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private boolean inGroup;

    private Glob(String glob) {
        this.glob = glob;
    }

    /**
     * What matches exactly the names that the glob matches.
     *
     * @throws PatternSyntaxException not a glob
     */
    static Pattern toPattern(String glob) {
        return Pattern.compile(new Glob(glob).translate(), Pattern.DOTALL);
    }

    private String translate() {
        while (at < glob.length()) {
            step(glob.charAt(at++));
        }
        if (inGroup) {
            throw invalid("missing '}'");
        }
        return regex.toString();
    }

    private void step(char c) {
        switch (c) {
            case '*' -> regex.append(accept('*') ? ".*" : "[^/]*");
            case '?' -> regex.append("[^/]");
            case '[' -> bracket();
            case '{' -> beginGroup();
            case '}' -> endGroup();
            case ',' -> regex.append(inGroup ? "|" : ",");
            case '\\' -> literal(escaped());
            default -> literal(c);
        }
    }

    private void beginGroup() {
        if (inGroup) {
            throw invalid("groups can't be nested");
        }
        inGroup = true;
        regex.append("(?:");
    }

    private void endGroup() {
        regex.append(inGroup ? ")" : "\\}");
        inGroup = false;
    }

    private char escaped() {
        if (at == glob.length()) {
            throw invalid("nothing to escape");
        }
        return glob.charAt(at++);
    }

    /** Characters and ranges; a {@code \} in it is one of them. */
    private void bracket() {
        regex.append("[[^/]&&[").append(accept('!') ? "^" : "");
        int first = at;
        while (at < glob.length() && glob.charAt(at) != ']') {
            member(glob.charAt(at++), at - 1 == first);
        }
        if (at == first || !accept(']')) {
            throw invalid(at == glob.length() ? "missing ']'" : "nothing between '[' and ']'");
        }
        regex.append("]]");
    }

    private void member(char from, boolean first) {
        if (from == '/') {
            throw invalid("a '/' between '[' and ']'");
        }
        literal(from);
        boolean range = at + 1 < glob.length() && glob.charAt(at) == '-' && glob.charAt(at + 1) != ']';
        if (range && !(first && from == '-')) {
            char to = glob.charAt(at + 1);
            if (to < from) {
                throw invalid("the range " + from + "-" + to + " runs backwards");
            }
            regex.append('-');
            literal(to);
            at += 2;
        }
    }

    private void literal(char c) {
        if (REGEX_META.indexOf(c) >= 0) {
            regex.append('\\');
        }
        regex.append(c);
    }

    private boolean accept(char c) {
        boolean here = at < glob.length() && glob.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private PatternSyntaxException invalid(String why) {
        return new PatternSyntaxException(why, glob, at);
    }
}
