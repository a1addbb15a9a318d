package dev.wau.benchmark.way;

import dev.wau.benchmark.data.DataFile;
import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * PostgreSQL's COPY FROM STDIN: the client sends each file's bytes as they are, as {@code psql \copy} does, and the server
 * reads the CSV. Several connections share the files, each in a transaction of its own.
 */
public final class PostgresCopy implements Way {

    private static final int BUFFER = 1 << 16;

    private final Dataset dataset;
    private final int connections;
    private final Table table;
    private final Postgres server = new Postgres();

    /** What the rows come into. */
    public enum Table {
        /** A table, and nothing else. */
        BARE,
        /** A table on which a row can be found again by customer, time and identifier. */
        INDEXED
    }

    /** Of the central bucket's files. */
    public PostgresCopy(Dataset dataset, int connections, Table table) {
        this.dataset = dataset;
        this.connections = connections;
        this.table = table;
    }

    @Override
    public String name() {
        String copy = connections == 1 ? "copy" : "copy-" + connections;
        return table == Table.BARE ? copy : copy + "-indexed";
    }

    @Override
    public String description() {
        return "PostgreSQL COPY FROM STDIN (FORMAT csv, HEADER), the files' bytes sent by the JDBC driver; typed columns, "
                + (table == Table.BARE ? "no index; " : "one index (customer, timestamp, unique_identifier as UUID); ")
                + (connections == 1
                        ? "one connection, one transaction"
                        : connections + " connections, a transaction each (so not all or nothing)");
    }

    @Override
    public Result run(Path folder) throws Exception {
        String url = server.fresh(folder);
        server.createTable(url, dataset, table);
        try {
            Stopwatch watch = Stopwatch.start();
            copyAll(url);
            Result time = watch.stop();
            // The server's part of the work isn't in this process's CPU time.
            return new Result(server.rows(url, "logs"), time.nanos(), 0, 0);
        } finally {
            server.drop(url);
        }
    }

    private void copyAll(String url) throws Exception {
        Queue<DataFile> files = new ConcurrentLinkedQueue<>(dataset.files());
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                work.add(() -> copy(url, files));
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int copy(String url, Queue<DataFile> files) throws SQLException, IOException {
        int copied = 0;
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (DataFile file = files.poll(); file != null; file = files.poll()) {
                try (InputStream bytes = open(file)) {
                    copy.copyIn("COPY " + Postgres.logs(file) + " FROM STDIN (FORMAT csv, HEADER)", bytes, BUFFER);
                }
                copied++;
            }
            connection.commit();
        }
        return copied;
    }

    private InputStream open(DataFile file) throws IOException {
        InputStream bytes = Files.newInputStream(file.in(dataset.central()));
        return dataset.shape().packing() == Shape.Packing.GZIP ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }
}
