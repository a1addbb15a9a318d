package dev.wau.benchmark.cluster;

import dev.wau.benchmark.data.DataFile;
import dev.wau.benchmark.way.SparkBuild;
import dev.wau.benchmark.way.SparkPlan;
import dev.wau.benchmark.way.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** Plain {@code spark.read.csv} on the same cluster, by S3A. */
public final class SparkCsv implements Way {

    private static final String OUTPUT = "spark-output";
    private static final Pattern NOTHING = Pattern.compile("(?!)()");

    private final Services services;
    private final Machines machines;
    private final Services.Central central;
    private final SparkBuild spark;

    /** Of a central bucket's files. */
    public SparkCsv(Services services, Machines machines, Services.Central central, SparkBuild spark) {
        this.services = services;
        this.machines = machines;
        this.central = central;
        this.spark = spark;
    }

    @Override
    public String name() {
        return "spark-csv";
    }

    @Override
    public String description() {
        return "`spark-submit` of Spark's own: `spark.read.csv` of each header's files with a schema by hand,"
                + " `unionByName`, Parquet (Snappy) by S3A with its magic committer, on the same cluster; no line numbers,"
                + " no fingerprint, no rejects (one bad record fails it), no history";
    }

    @Override
    public Result run(Path folder) throws IOException, InterruptedException, SQLException {
        Path plan = SparkPlan.write(folder, central.dataset(), this::place);
        String output = "s3a://" + central.bucket() + "/" + OUTPUT;
        Submission done = Submission.run(
                machines,
                conf(),
                List.of(
                        "--class",
                        "dev.wau.benchmark.spark.SparkJob",
                        spark.programs().toString(),
                        plan.toAbsolutePath().toString(),
                        output),
                NOTHING,
                Submission.Until.END);
        long records = records();
        services.delete(central, OUTPUT);
        return new Result(records, done.nanos(), done.cpuNanos(), Math.max(done.driverPeak(), done.executorPeak()));
    }

    private String place(DataFile file) {
        return "s3a://" + central.bucket() + "/csv/" + file.customer() + "/" + file.name();
    }

    private List<String> conf() {
        return List.of(
                "spark.sql.session.timeZone=UTC",
                "spark.hadoop.fs.s3a.endpoint=" + services.endpoint(),
                "spark.hadoop.fs.s3a.endpoint.region=eu-west-1",
                "spark.hadoop.fs.s3a.path.style.access=true",
                "spark.hadoop.fs.s3a.committer.name=magic",
                "spark.hadoop.fs.s3a.committer.magic.enabled=true",
                "spark.sql.sources.commitProtocolClass=org.apache.spark.internal.io.cloud.PathOutputCommitProtocol",
                "spark.sql.parquet.output.committer.class="
                        + "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter");
    }

    private long records() throws IOException, SQLException {
        List<String> parts = services.files(central, OUTPUT).stream()
                .map(Path::toString)
                .filter(path -> path.endsWith(".parquet"))
                .map(path -> "'" + path + "'")
                .toList();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM read_parquet(" + parts + ")")) {
            count.next();
            return count.getLong(1);
        }
    }
}
