package dev.wau.testing.redshift;

import java.util.Set;

/** On Redshift an aggregate over ordered rows says which of them it is over: there is no default. */
final class WindowFrames {

    private static final Set<String> AGGREGATES = Set.of("COUNT", "SUM", "MIN", "MAX", "AVG");

    private WindowFrames() {}

    static void require(Tokens tokens) throws Refusal {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i, "OVER", "(") && isAggregate(tokens, i - 1) && isOrderedWithoutRows(tokens, i + 1)) {
                throw Refusal.unsupported("Aggregate window functions with an ORDER BY clause require a frame clause: "
                        + tokens.statement());
            }
        }
    }

    private static boolean isAggregate(Tokens tokens, int close) {
        return AGGREGATES.contains(tokens.at(tokens.opening(close) - 1).word());
    }

    private static boolean isOrderedWithoutRows(Tokens tokens, int open) {
        boolean ordered = false;
        boolean framed = false;
        for (int i = open; i < tokens.behindParentheses(open); i++) {
            ordered |= tokens.at(i, "ORDER", "BY");
            framed |= tokens.at(i).is("ROWS");
        }
        return ordered && !framed;
    }
}
