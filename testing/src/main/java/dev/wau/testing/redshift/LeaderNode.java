package dev.wau.testing.redshift;

import java.util.Set;

/**
 * Functions that Redshift has on its leader node only: beside a table of rows, or a system view that the compute nodes
 * read, they are an error.
 */
final class LeaderNode {

    private static final Set<String> ONLY_THERE = Set.of("CURRENT_SCHEMA", "CURRENT_SCHEMAS");

    private static final Set<String> BEFORE_TABLES = Set.of("FROM", "JOIN", "INTO", "UPDATE", "USING", "TABLE");

    private LeaderNode() {}

    static void require(Tokens tokens) throws Refusal {
        boolean there = false;
        boolean tables = false;
        for (int i = 0; i < tokens.size(); i++) {
            there |= ONLY_THERE.contains(tokens.at(i).word());
            tables |= BEFORE_TABLES.contains(tokens.at(i).word()) && isOnComputeNodes(tokens.at(i + 1));
        }
        if (there && tables) {
            throw Refusal.unsupported("Specified types or functions (one per INFO message) not supported on Amazon"
                    + " Redshift tables: " + tokens.statement());
        }
    }

    private static boolean isOnComputeNodes(Token table) {
        return table.isName() && !table.word().startsWith("PG_");
    }
}
