package dev.wau.testing.load;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link DamageContract} for warehouses whose rollup is made of parts: damage to it is found too. */
public abstract class PartsDamageContract extends DamageContract {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM wau_rollup_parts                                           | tables-differ |                | 0 | the rollup of customer acme in 2025-06 differs from the rows in 3 counts
            INSERT INTO wau_rollup_parts SELECT part + 9, customer, month, block, cells, events, summary, days, edges, quarters, detail FROM wau_rollup_parts | tables-differ | | 0 | differs from the rows
            UPDATE wau_rollup_parts SET month = month + 1                          | tables-differ |                | 0 | the rollup of customer acme in 2025-07 differs from the rows
            UPDATE wau_rollup_parts SET customer = 'zeta'                          | tables-differ |                | 0 | the rollup of customer zeta in 2025-06 differs from the rows
            UPDATE wau_rollup_parts SET events = events + 1                        | tables-differ |                | 0 | the rollup of customer acme in 2025-06 contradicts itself
            UPDATE wau_rollup_parts SET days = quarters                            | tables-differ |                | 0 | contradicts itself
            UPDATE wau_rollup_parts SET edges = days                               | tables-differ |                | 0 | contradicts itself
            UPDATE wau_rollup_parts SET summary = days                             | tables-differ |                | 0 | contradicts itself
            UPDATE wau_rollup_parts SET quarters = days                            | tables-differ |                | 0 | contradicts itself
            UPDATE wau_rollup_parts SET cells = 1                                  | tables-differ |                | 0 | can't be read
            DELETE FROM wau_rollup_users WHERE user_id = 'ann'                     | tables-differ |                | 0 | differs from the rows
            DELETE FROM wau_rollup_events                                          | tables-differ |                | 0 | differs from the rows
            UPDATE wau_rollup_users SET user_id = 'eve' WHERE user_id = 'ann'      | tables-differ |                | 0 | differs from the rows
            """)
    void damage_to_the_rollup_is_found(String sql, String kind, @Nullable String file, long line, String words) {
        load();
        damage(sql);

        assertFound(kind, file, line, words);
    }

    @Test
    void a_user_whom_the_rollup_has_twice_is_found() {
        load();
        damage("DROP INDEX IF EXISTS wau_rollup_users_user");
        damage("INSERT INTO wau_rollup_users SELECT customer, number + 9, user_id FROM wau_rollup_users");

        assertFound("tables-differ", null, 0, "the rollup has user ann of customer acme 2 times");
    }
}
