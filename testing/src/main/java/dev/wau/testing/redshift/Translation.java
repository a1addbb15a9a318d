package dev.wau.testing.redshift;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Redshift's SQL in PostgreSQL's words: tables without keys of distribution and order, types by PostgreSQL's names, parts
 * of dates as texts. Not thread-safe.
 */
final class Translation {

    /** Each takes one word behind it. */
    private static final Set<String> WORD_ATTRIBUTES = Set.of("DISTSTYLE", "ENCODE", "BACKUP");

    private final Tokens tokens;
    private final LastCopy lastCopy;
    private final StringBuilder translated = new StringBuilder();
    private final boolean ofTable;
    private final Set<Integer> extractsEnd = new HashSet<>();
    private int copied;

    private Translation(Tokens tokens, LastCopy lastCopy) {
        this.tokens = tokens;
        this.lastCopy = lastCopy;
        ofTable = tokens.startsWith("CREATE") || tokens.startsWith("ALTER");
    }

    static String of(Tokens tokens, LastCopy lastCopy) {
        return new Translation(tokens, lastCopy).run();
    }

    private String run() {
        int next = 0;
        while (next < tokens.size()) {
            next = ofTable ? attribute(next) : next;
            endExtract(next);
            next = next < tokens.size() ? step(next) : next;
        }
        endExtract(next);
        return translated
                .append(tokens.statement(), copied, tokens.statement().length())
                .toString();
    }

    /** Drops an attribute of a table or column that PostgreSQL hasn't; where to go on. */
    private int attribute(int index) {
        Token token = tokens.at(index);
        int behind = index;
        if (WORD_ATTRIBUTES.contains(token.word())) {
            behind = index + 2;
        } else if (token.is("COMPOUND") || token.is("DISTKEY") || token.is("SORTKEY")) {
            behind = index + 1;
            if (tokens.at(behind).is("AUTO")) {
                behind++;
            } else if (tokens.at(behind).is("(")) {
                behind = tokens.behindParentheses(behind);
            }
        }
        if (behind > index) {
            replace(index, behind, "");
            return attribute(behind);
        }
        return index;
    }

    private int step(int index) {
        Token token = tokens.at(index);
        if (!token.isWord()) {
            return index + 1;
        }
        if (token.is("SUPER")) {
            return replace(index, index + 1, "JSON");
        }
        if (token.is("VARBYTE")) {
            return withLength(index, "BYTEA", "(64000)", "");
        }
        if (token.is("VARCHAR")) {
            return withLength(index, "VARCHAR", "(256)", "(65535)");
        }
        if ((token.is("DATEDIFF") || token.is("DATEADD"))
                && tokens.at(index + 1).is("(")) {
            return datePart(index + 2);
        }
        if (token.is("EXTRACT") && tokens.at(index + 1).is("(")) {
            return extract(index);
        }
        if (token.is("PG_LAST_COPY_ID")) {
            return replace(index, tokens.behindParentheses(index + 1), lastCopy.query() + "::INTEGER");
        }
        if (token.is("PG_LAST_COPY_COUNT")) {
            return replace(index, tokens.behindParentheses(index + 1), lastCopy.rows() + "::BIGINT");
        }
        if (token.is("QUERY_GROUP")) {
            return replace(index, index + 1, "redshift.query_group");
        }
        return index + 1;
    }

    /** A column's length is one of bytes; PostgreSQL's VARCHAR counts characters, its BYTEA nothing. */
    private int withLength(int index, String type, String byDefault, String most) {
        int behind = tokens.at(index + 1).is("(") ? tokens.behindParentheses(index + 1) : index + 1;
        String length = byDefault;
        if (behind > index + 1) {
            Token said = tokens.at(index + 2);
            length = said.is("MAX") ? most : "(" + said.text() + ")";
        }
        Token before = tokens.at(index - 1);
        boolean column = TableColumns.isType(tokens, index);
        String check = column ? " CHECK (octet_length(" + before.text() + ") <= " + length + ")" : "";
        return replace(index, behind, (most.isEmpty() ? type : type + length) + check);
    }

    private int datePart(int index) {
        return replace(index, index + 1, "'" + tokens.at(index).text().toLowerCase(Locale.ROOT) + "'");
    }

    /** Redshift's is an INTEGER for a TIMESTAMP, even the seconds since 1970. */
    private int extract(int index) {
        replace(index, index, "floor(");
        extractsEnd.add(tokens.behindParentheses(index + 1));
        return index + 1;
    }

    private void endExtract(int index) {
        if (extractsEnd.remove(index)) {
            replace(index, index, ")::INTEGER ");
        }
    }

    private int replace(int from, int behind, String text) {
        int start = from < tokens.size()
                ? tokens.at(from).start()
                : tokens.statement().length();
        translated.append(tokens.statement(), copied, Math.max(copied, start)).append(text);
        copied = behind > from ? tokens.at(behind - 1).end() : start;
        return behind;
    }
}
