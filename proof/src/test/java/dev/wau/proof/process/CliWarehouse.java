package dev.wau.proof.process;

import dev.wau.load.Warehouse;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;

/** The kinds of warehouse that processes share. */
public enum CliWarehouse {
    DUCKDB {
        @Override
        public String url(Path folder) {
            return "jdbc:duckdb:" + folder.resolve("wau.duckdb");
        }

        @Override
        public void drop(String url) {
            // Its file goes with the folder.
        }
    },
    POSTGRESQL {
        @Override
        public String url(Path folder) {
            return TestingPostgres.newSchema();
        }

        @Override
        public void drop(String url) {
            TestingPostgres.drop(url);
        }
    };

    /** A new, empty warehouse. */
    public abstract String url(Path folder);

    /** Gives back what the warehouse takes up outside the folder. */
    public abstract void drop(String url);

    /** Opens it in this process, for looking. */
    public Warehouse open(String url) {
        return Warehouses.open(url, Access.READ_ONLY);
    }
}
