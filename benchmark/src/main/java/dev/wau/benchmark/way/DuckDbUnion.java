package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Dataset;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** DuckDB's {@code read_csv} as its documentation shows it for files of several headers: types found by itself. */
public final class DuckDbUnion implements Way {

    private final Dataset dataset;

    /** Of the central bucket's files. */
    public DuckDbUnion(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public String name() {
        return "duckdb-union";
    }

    @Override
    public String description() {
        return "DuckDB `read_csv(union_by_name = true)`, types found by DuckDB, into a table of a fresh file; all"
                + " cores, preserve_insertion_order = false";
    }

    @Override
    public Result run(Path folder) throws SQLException {
        String create = "CREATE TABLE logs AS SELECT * FROM read_csv(%s, union_by_name = true)"
                .formatted(DuckDb.list(dataset.centralFiles()));
        return DuckDb.load(folder, List.of(create), "logs");
    }
}
