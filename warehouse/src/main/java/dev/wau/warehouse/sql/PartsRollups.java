package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.RollupForm;
import java.util.List;

/** Rollups as parts of bytes, which are counted and read by this product: for warehouses that run on one machine. */
public final class PartsRollups implements Rollups {

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS wau_rollup_parts (
                part BIGINT, customer ${text}, month INTEGER, block INTEGER, cells INTEGER, events BIGINT,
                summary ${bytes}, days ${bytes}, edges ${bytes}, quarters ${bytes}, detail ${bytes})""",
            "CREATE TABLE IF NOT EXISTS wau_rollup_users (customer ${text}, number INTEGER, user_id ${text})",
            "CREATE TABLE IF NOT EXISTS wau_rollup_events (number INTEGER, event ${text})");

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
        return new PartsRollup(session);
    }

    @Override
    public List<String> differences(Session session) {
        return new RollupCheck(session).find();
    }
}
