package dev.wau.testing.redshift;

import java.util.Locale;

/**
 * A piece of a statement that isn't white space or a comment.
 *
 * @param kind what it is
 * @param text as sent
 * @param start where it begins in the statement
 */
record Token(Kind kind, String text, int start) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        PARAMETER,
        SYMBOL
    }

    /** Before the first and behind the last one. */
    static final Token NONE = new Token(Kind.SYMBOL, "", 0);

    int end() {
        return start + text.length();
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** A word as the list has it. */
    String word() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** A name without its quotes, in capitals: names differ by more than that here. */
    String name() {
        return kind == Kind.QUOTED_NAME ? text.substring(1, text.length() - 1).toUpperCase(Locale.ROOT) : word();
    }

    boolean is(String wordOrSymbol) {
        return kind == Kind.WORD ? word().equals(wordOrSymbol) : kind == Kind.SYMBOL && text.equals(wordOrSymbol);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
