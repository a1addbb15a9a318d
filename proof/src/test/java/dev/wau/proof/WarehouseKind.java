package dev.wau.proof;

import dev.wau.load.Warehouse;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.warehouse.MemoryWarehouse;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.util.UUID;

/** A kind of warehouse that keeps the promises. */
public enum WarehouseKind {
    /** The tests' own, plain one. */
    MEMORY("memory") {
        @Override
        public Warehouse create(Path folder) {
            return new MemoryWarehouse();
        }
    },
    /** DuckDB without a file: the same SQL, faster to begin with. */
    DUCKDB("DuckDB") {
        @Override
        public Warehouse create(Path folder) {
            return Warehouses.open("jdbc:duckdb:", Access.READ_WRITE);
        }
    },
    /** PostgreSQL, in a schema of its own. */
    POSTGRESQL("PostgreSQL") {
        @Override
        public Warehouse create(Path folder) {
            return Warehouses.open(TestingPostgres.newSchema(), Access.READ_WRITE);
        }
    },
    /** Redshift, as far as its stand-in is it. */
    REDSHIFT("Redshift's stand-in") {
        @Override
        public Warehouse create(Path folder) {
            return TestingRedshift.create();
        }
    },
    /** DuckDB as it is used. */
    DUCKDB_FILE("DuckDB file") {
        @Override
        public Warehouse create(Path folder) {
            return Warehouses.open("jdbc:duckdb:" + folder.resolve(UUID.randomUUID() + ".duckdb"), Access.READ_WRITE);
        }
    };

    private final String label;

    WarehouseKind(String label) {
        this.label = label;
    }

    /**
     * A new, empty one. Closing it is enough: what it leaves behind goes with the folder.
     *
     * @param folder for its files
     */
    public abstract Warehouse create(Path folder);

    @Override
    public String toString() {
        return label;
    }
}
