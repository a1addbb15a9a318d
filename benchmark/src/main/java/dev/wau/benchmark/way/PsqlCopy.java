package dev.wau.benchmark.way;

import dev.wau.benchmark.data.DataFile;
import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Shape;
import dev.wau.testing.postgresql.TestingPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code psql} with one {@code \copy} for each file, in one transaction; its start is in the time. */
public final class PsqlCopy implements Way {

    private final Dataset dataset;
    private final Postgres server = new Postgres();

    /** Of the central bucket's files. */
    public PsqlCopy(Dataset dataset) {
        this.dataset = dataset;
    }

    /** Whether there is a {@code psql} on the path. */
    public static boolean isThere() {
        return Programs.isThere("psql");
    }

    @Override
    public String name() {
        return "psql";
    }

    @Override
    public String description() {
        return "`psql --single-transaction` with one `\\copy ... (FORMAT csv, HEADER)` a file; typed columns, no index;"
                + " one connection, its start included";
    }

    @Override
    public Result run(Path folder) throws Exception {
        String url = server.fresh(folder);
        server.createTable(url, dataset, PostgresCopy.Table.BARE);
        try {
            Path script = script(folder, url);
            ChildProcess.Exit exit = ChildProcess.run(
                    folder,
                    List.of(
                            "psql",
                            "-X",
                            "-q",
                            "-v",
                            "ON_ERROR_STOP=1",
                            "--single-transaction",
                            "-h",
                            "localhost",
                            "-p",
                            String.valueOf(TestingPostgres.port()),
                            "-U",
                            "postgres",
                            "-f",
                            script.toString(),
                            "postgres"));
            return new Result(server.rows(url, "logs"), exit.nanos(), 0, 0);
        } finally {
            server.drop(url);
        }
    }

    private Path script(Path folder, String url) throws java.io.IOException {
        List<String> lines = new ArrayList<>();
        lines.add("SET search_path = " + url.substring(url.lastIndexOf('=') + 1) + ";");
        for (DataFile file : dataset.files()) {
            String path = file.in(dataset.central()).toAbsolutePath().toString();
            String from = dataset.shape().packing() == Shape.Packing.GZIP
                    ? "PROGRAM 'gzip -dc " + path + "'"
                    : "'" + path + "'";
            lines.add("\\copy " + Postgres.logs(file) + " FROM " + from + " WITH (FORMAT csv, HEADER)");
        }
        return Files.write(folder.resolve("copy.sql"), lines);
    }
}
