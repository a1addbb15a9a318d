package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.RollupForm;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rollups as parts of bytes, which are counted and read by this product: for warehouses that run on one machine. */
public final class PartsRollups implements Rollups {

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS wau_rollup_parts (
                part BIGINT, customer ${text}, month INTEGER, block INTEGER, cells INTEGER, events BIGINT,
                summary ${bytes}, days ${bytes}, edges ${bytes}, quarters ${bytes}, detail ${bytes})""",
            "CREATE TABLE IF NOT EXISTS wau_rollup_users (customer ${text}, number INTEGER, user_id ${text})",
            "CREATE TABLE IF NOT EXISTS wau_rollup_events (number INTEGER, event ${text})");

    private final UnaryOperator<String> quarter;

    /**
     * @param quarter makes of a timestamp column the number of its quarter of an hour since 1970, as a BIGINT
     */
    public PartsRollups(UnaryOperator<String> quarter) {
        this.quarter = quarter;
    }

    @Override
    public String form() {
        return RollupForm.CURRENT;
    }

    @Override
    public List<String> tables() {
        return TABLES;
    }

    @Override
    public Rollup open(Session session) {
        return new PartsRollup(session, quarter);
    }

    @Override
    public List<String> differences(Session session) {
        return new RollupCheck(session, quarter).find();
    }
}
