package dev.wau.testing.redshift;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds statements to the list of documented SQL. It looks at words and symbols, not at the grammar: what a server that
 * parses would refuse anyway is let through. Immutable.
 */
final class DocumentedSql {

    static final DocumentedSql LISTED = new DocumentedSql(DocumentedList.read(), Keywords.ALL);

    /** What every SQL has. */
    private static final Set<String> USUAL =
            Set.of("=", "<", ">", "<=", ">=", "<>", "+", "-", "*", "/", "(", ")", ",", ".");

    private static final Pattern SYSTEM =
            Pattern.compile("(?i)(pg|svv|svl|svcs|sys|stl|stv|stcs)_.*|information_schema");

    /** A name behind one of these may have its columns in parentheses. */
    private static final List<String> BEFORE_COLUMNS = List.of("INTO", "TABLE", "EXISTS", "COPY", "AS", "WITH");

    private final DocumentedList list;
    private final Set<String> keywords;

    DocumentedSql(DocumentedList list, Set<String> keywords) {
        this.list = list;
        this.keywords = keywords;
    }

    /** @throws Refusal that names the first word that isn't on the list */
    void require(Tokens tokens) throws Refusal {
        // What a driver sends to see whether the connection is alive.
        if (tokens.size() == 0) {
            return;
        }
        if (list.statements().stream().noneMatch(words -> tokens.startsWith(words.toArray(String[]::new)))) {
            throw refusal(tokens, tokens.at(0).text() + " " + tokens.at(1).text());
        }
        for (int i = 0; i < tokens.size(); i++) {
            requireNoRefusedPhrase(tokens, i);
            if (!isListed(tokens, i)) {
                throw refusal(tokens, tokens.at(i).text());
            }
        }
    }

    private void requireNoRefusedPhrase(Tokens tokens, int index) throws Refusal {
        for (List<String> phrase : list.refused()) {
            if (tokens.at(index, phrase.toArray(String[]::new))) {
                throw refusal(tokens, String.join(" ", phrase));
            }
        }
    }

    private boolean isListed(Tokens tokens, int index) {
        Token token = tokens.at(index);
        return switch (token.kind()) {
            case NUMBER, PARAMETER -> true;
            case STRING -> isText(tokens, index);
            case SYMBOL -> USUAL.contains(token.text()) || list.operators().contains(token.text());
            case QUOTED_NAME -> isQuotedName(tokens, index);
            case WORD -> isListedWord(tokens, index);
        };
    }

    private static boolean isQuotedName(Tokens tokens, int index) {
        return !isType(tokens, index)
                && !SYSTEM.matcher(tokens.at(index).name()).matches()
                && (!isCalled(tokens, index) || hasColumns(tokens, index));
    }

    /** A backslash changes what follows it on Redshift, and stays a backslash on PostgreSQL. */
    private boolean isText(Tokens tokens, int index) {
        Token before = tokens.at(index - 1);
        return !tokens.at(index).text().contains("\\")
                && (!before.isWord() || list.words().contains(before.word()));
    }

    private boolean isListedWord(Tokens tokens, int index) {
        String word = tokens.at(index).word();
        if (isType(tokens, index)) {
            return list.types().contains(word);
        }
        if (isCalled(tokens, index)) {
            return list.callable().contains(word) || hasColumns(tokens, index);
        }
        if (tokens.at(index - 1).is(".") && !SYSTEM.matcher(word).matches()) {
            return true;
        }
        return list.words().contains(word) || isPlainName(word);
    }

    /** Whether it means nothing in SQL. */
    private boolean isPlainName(String word) {
        return !keywords.contains(word)
                && !ReservedWords.ALL.contains(word)
                && !SYSTEM.matcher(word).matches();
    }

    private static boolean isCalled(Tokens tokens, int index) {
        return tokens.at(index + 1).is("(");
    }

    /** Whether the parentheses behind a name are about columns: of a table, of an alias, or of what WITH names. */
    private static boolean hasColumns(Tokens tokens, int index) {
        int first = index;
        while (tokens.at(first - 1).is(".")) {
            first -= 2;
        }
        Token before = tokens.at(first - 1);
        if (BEFORE_COLUMNS.stream().anyMatch(before::is)) {
            return true;
        }
        int behind = tokens.behindParentheses(index + 1);
        return tokens.at(behind, "AS", "(") && before.is(",");
    }

    /** Whether a type stands there: behind {@code ::}, in a CAST, or behind a new column's name. */
    private static boolean isType(Tokens tokens, int index) {
        Token before = tokens.at(index - 1);
        if (before.is("::")) {
            return true;
        }
        return (before.is("AS") && isInCast(tokens, index - 1)) || TableColumns.isType(tokens, index);
    }

    private static boolean isInCast(Tokens tokens, int as) {
        int depth = 0;
        for (int i = as - 1; i >= 0; i--) {
            depth += tokens.at(i).is(")") ? 1 : tokens.at(i).is("(") ? -1 : 0;
            if (depth < 0) {
                return tokens.at(i - 1).is("CAST");
            }
        }
        return false;
    }

    private static Refusal refusal(Tokens tokens, String word) {
        return Refusal.unsupported("not on the list of documented SQL: " + word + " in " + tokens.statement());
    }
}
