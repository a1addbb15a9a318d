package dev.wau.testing.redshift;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement in pieces. Immutable. */
final class Tokens {

    private static final Pattern PIECE = Pattern.compile("(?<gap>\\s+|--[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|(?<string>'[^']*+(?:''[^']*+)*+')"
            + "|(?<quoted>\"[^\"]++(?:\"\"[^\"]*+)*+\")"
            + "|(?<parameter>\\$[0-9]+)"
            + "|(?<symbol>\\$[A-Za-z_0-9]*\\$|::|<>|<=|>=|\\|\\||!=|->>|->|[-+*/%=<>(),;.:\\[\\]~@#^&|!?$`{}\\\\'\"])"
            + "|(?<number>[0-9][0-9.]*(?:[eE][-+]?[0-9]+)?)"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)");

    private final String statement;
    private final List<Token> tokens;

    private Tokens(String statement, List<Token> tokens) {
        this.statement = statement;
        this.tokens = tokens;
    }

    /** @throws Refusal where a character begins nothing */
    static Tokens of(String statement) throws Refusal {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(statement);
        int position = 0;
        while (position < statement.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new Refusal("42601", "syntax error at character " + (position + 1) + " of " + statement);
            }
            if (matcher.group("gap") == null) {
                tokens.add(new Token(kind(matcher), matcher.group(), position));
            }
            position = matcher.end();
        }
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";")) {
            tokens.remove(tokens.size() - 1);
        }
        return new Tokens(statement, List.copyOf(tokens));
    }

    private static Token.Kind kind(Matcher matcher) {
        if (matcher.group("string") != null) {
            return Token.Kind.STRING;
        }
        if (matcher.group("quoted") != null) {
            return Token.Kind.QUOTED_NAME;
        }
        if (matcher.group("parameter") != null) {
            return Token.Kind.PARAMETER;
        }
        if (matcher.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        return matcher.group("word") != null ? Token.Kind.WORD : Token.Kind.SYMBOL;
    }

    String statement() {
        return statement;
    }

    int size() {
        return tokens.size();
    }

    /** Empty before the first and behind the last one. */
    Token at(int index) {
        return index < 0 || index >= tokens.size() ? Token.NONE : tokens.get(index);
    }

    /** Whether these words and symbols stand there. */
    boolean at(int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!at(index + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean startsWith(String... words) {
        return at(0, words);
    }

    /** Behind the parenthesis that closes the one there. */
    int behindParentheses(int open) {
        int depth = 0;
        for (int i = open; i < size(); i++) {
            depth += at(i).is("(") ? 1 : at(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return size();
    }

    /** Where the parenthesis opens that is closed there. */
    int opening(int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            depth += at(i).is(")") ? 1 : at(i).is("(") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
