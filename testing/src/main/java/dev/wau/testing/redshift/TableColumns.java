package dev.wau.testing.redshift;

/** Where a statement says a new column's name and type. */
final class TableColumns {

    private TableColumns() {}

    /** Whether a column's type stands there: in CREATE TABLE behind its name, in ALTER TABLE behind ADD COLUMN and a name. */
    static boolean isType(Tokens tokens, int index) {
        if (!tokens.at(index - 1).isName()) {
            return false;
        }
        if (tokens.startsWith("ALTER", "TABLE")) {
            return tokens.at(index - 3, "ADD", "COLUMN");
        }
        Token before = tokens.at(index - 2);
        return tokens.startsWith("CREATE") && (before.is("(") || before.is(",")) && isAmongColumns(tokens, index);
    }

    /** In the statement's first parentheses, not deeper, and not in a query behind AS. */
    private static boolean isAmongColumns(Tokens tokens, int index) {
        int depth = 0;
        for (int i = 0; i < index; i++) {
            if (depth == 0 && tokens.at(i).is("AS")) {
                return false;
            }
            depth += tokens.at(i).is("(") ? 1 : tokens.at(i).is(")") ? -1 : 0;
        }
        return depth == 1;
    }
}
