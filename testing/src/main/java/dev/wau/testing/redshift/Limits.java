package dev.wau.testing.redshift;

import java.util.Set;

/** What Redshift documents that it refuses, or does otherwise than PostgreSQL, though each word is on the list. */
final class Limits {

    /** As documented; characters are counted, so it is the most that a statement of ASCII may have. */
    private static final int MOST_CHARACTERS = 16 << 20;

    private static final Set<String> OUTER = Set.of("LEFT", "RIGHT", "FULL");

    private Limits() {}

    static void require(Tokens tokens) throws Refusal {
        requireSize(tokens);
        requireDigits(tokens);
        requireNoOuterJoin(tokens);
        requireNewTable(tokens);
        LeaderNode.require(tokens);
        WindowFrames.require(tokens);
        TableKeys.require(tokens);
    }

    private static void requireSize(Tokens tokens) throws Refusal {
        int length = tokens.statement().length();
        if (length > MOST_CHARACTERS) {
            throw Refusal.unsupported("a statement has 16 MB at most, not " + length + " characters");
        }
    }

    /** Without them it has 18 on Redshift and none behind the point, and as many as there are on PostgreSQL. */
    private static void requireDigits(Tokens tokens) throws Refusal {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.at(i);
            if ((token.is("NUMERIC") || token.is("DECIMAL"))
                    && !tokens.at(i + 1).is("(")) {
                throw Refusal.unsupported("a number without its digits: " + tokens.statement());
            }
        }
    }

    private static void requireNoOuterJoin(Tokens tokens) throws Refusal {
        int depth = 0;
        for (int i = 0; tokens.startsWith("UPDATE") && i < tokens.size(); i++) {
            depth += tokens.at(i).is("(") ? 1 : tokens.at(i).is(")") ? -1 : 0;
            boolean joins = tokens.at(i + 1).is("JOIN") || tokens.at(i + 1).is("OUTER");
            if (depth == 0 && joins && OUTER.contains(tokens.at(i).word())) {
                throw Refusal.unsupported("Target table must be part of an equijoin predicate: " + tokens.statement());
            }
        }
    }

    /** Only a table with columns of its own may be there already. */
    private static void requireNewTable(Tokens tokens) throws Refusal {
        boolean byQuery = false;
        boolean mayExist = false;
        for (int i = 0; tokens.startsWith("CREATE") && i < tokens.size(); i++) {
            mayExist |= tokens.at(i, "IF", "NOT", "EXISTS") && i <= 3;
            byQuery |= tokens.at(i, "AS", "SELECT") || tokens.at(i, "AS", "WITH") || tokens.at(i, "AS", "(");
        }
        if (byQuery && mayExist) {
            throw Refusal.unsupported("CREATE TABLE AS has no IF NOT EXISTS: " + tokens.statement());
        }
    }
}
