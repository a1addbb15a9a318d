package dev.wau.testing.redshift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Redshift asks of a table's keys of distribution and order. */
final class TableKeys {

    private static final Set<String> NO_KEYS = Set.of("SUPER", "VARBYTE", "VARBINARY");

    private final Tokens tokens;
    private final Map<String, String> types = new HashMap<>();

    private TableKeys(Tokens tokens) {
        this.tokens = tokens;
    }

    static void require(Tokens tokens) throws Refusal {
        if (tokens.startsWith("CREATE")) {
            new TableKeys(tokens).require();
        }
    }

    private void require() throws Refusal {
        int distribution = 0;
        boolean byKey = false;
        String column = "";
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.at(i);
            if (TableColumns.isType(tokens, i)) {
                column = tokens.at(i - 1).name();
                types.put(column, token.word());
            } else if (token.is("DISTKEY") || token.is("SORTKEY")) {
                distribution += token.is("DISTKEY") ? 1 : 0;
                requireKeys(i + 1, column);
            }
            byKey |= tokens.at(i, "DISTSTYLE", "KEY");
        }
        requireStyle(distribution, byKey);
    }

    private void requireStyle(int distribution, boolean byKey) throws Refusal {
        boolean styled = false;
        for (int i = 0; i < tokens.size(); i++) {
            styled |= tokens.at(i).is("DISTSTYLE");
        }
        if (distribution > 1 || (styled && byKey != (distribution == 1))) {
            throw Refusal.unsupported("a table has one DISTKEY, with DISTSTYLE KEY or none: " + tokens.statement());
        }
    }

    private void requireKeys(int behind, String columnBefore) throws Refusal {
        for (String key : keys(behind, columnBefore)) {
            String type = types.get(key);
            boolean missing = type == null && !types.isEmpty();
            if (missing || (type != null && NO_KEYS.contains(type))) {
                throw Refusal.unsupported("not a column that can be a key: " + key + " in " + tokens.statement());
            }
        }
    }

    /** The columns in parentheses; without them the key is the column that it stands behind. */
    private List<String> keys(int behind, String columnBefore) {
        if (tokens.at(behind).is("AUTO")) {
            return List.of();
        }
        if (!tokens.at(behind).is("(")) {
            return List.of(columnBefore);
        }
        List<String> keys = new ArrayList<>();
        for (int i = behind + 1; !tokens.at(i - 1).is(")"); i += 2) {
            keys.add(tokens.at(i).name());
        }
        return keys;
    }
}
