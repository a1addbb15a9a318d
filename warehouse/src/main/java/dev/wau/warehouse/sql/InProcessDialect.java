package dev.wau.warehouse.sql;

import dev.wau.analyse.ActivityStore;
import dev.wau.load.FileToLoad;
import dev.wau.model.FileId;
import dev.wau.warehouse.activity.Connections;
import dev.wau.warehouse.activity.JdbcActivityStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What warehouses have in common whose files are read and fed by this process: rows are compared while they are fed, the
 * rollup is counted here, and a value may be a UUID, a list or a JSON text. Thread-safe.
 */
public abstract class InProcessDialect implements SqlDialect {

    /** Rows whose hashes can be grouped in the memory that DuckDB has, many times over. */
    private static final long GROUPED_AT_ONCE = 2_000_000;

    private final Rollups rollups;

    /**
     * @param quarter as {@link PartsRollups} takes it
     */
    protected InProcessDialect(UnaryOperator<String> quarter) {
        rollups = new PartsRollups(quarter);
    }

    @Override
    public Rollups rollups() {
        return rollups;
    }

    @Override
    public ActivityStore activity(Connections connections) {
        return new JdbcActivityStore(connections);
    }

    @Override
    public String rowLayout() {
        return "";
    }

    @Override
    public Members texts(Session session, Collection<String> values) {
        return unnested(session, "VARCHAR", values);
    }

    @Override
    public Members numbers(Session session, Collection<Long> values) {
        return unnested(session, "BIGINT", values);
    }

    private static Members unnested(Session session, String type, Collection<?> values) {
        return new Members("SELECT unnest(?::" + type + "[])", List.of(session.array(type, values)));
    }

    @Override
    public String json(String stagedDetails) {
        return stagedDetails + "::JSON";
    }

    @Override
    public UUID hash(ResultSet row, int place) throws SQLException {
        return row.getObject(place, UUID.class);
    }

    @Override
    public String detailsText(String column) {
        return column;
    }

    @Override
    public @Nullable String details(ResultSet row, int place) throws SQLException {
        return row.getString(place);
    }

    @Override
    public long mostGrouped() {
        return GROUPED_AT_ONCE;
    }

    @Override
    public Map<FileId, FileHeader> headers(List<FileToLoad> files) {
        return FileHeaders.read(files);
    }

    @Override
    public boolean comparesWhileFed() {
        return true;
    }

    @Override
    public void aboutToRead(Session session) {}

    /** They are all in the feeding's spool. */
    @Override
    public void enterRejects(Session session, Collection<Long> files) {}
}
