package dev.wau.testing.spark;

import dev.wau.load.Login;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.redshift.RedshiftStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone cluster: a master and workers, in processes of their own and, as far as Spark can tell, on
 * machines of their own. Its executors find credentials of {@link S3Server} in their environment, as they would those of
 * any S3-compatible store, and so do the drivers that it is given. Not thread-safe. Close it.
 */
public final class SparkCluster implements AutoCloseable {

    /** Of the master and the workers, which do little. */
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("(Successfully registered with master)");

    private static final Map<String, String> ENVIRONMENT = Map.of(
            Login.PASSWORD_VARIABLE,
            RedshiftStandIn.PASSWORD,
            "AWS_ACCESS_KEY_ID",
            S3Server.ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY",
            S3Server.SECRET_KEY,
            "AWS_EC2_METADATA_DISABLED",
            "true");

    private final SparkDistribution spark;
    private final Path folder;
    private final WorkerSize size;
    private final SparkProcess master;
    private final String address;
    private final List<SparkProcess> workers = new ArrayList<>();
    private final List<SparkProcess> jobs = new ArrayList<>();

    /**
     * Starts a master.
     *
     * @param folder for logs and scratch files
     */
    public SparkCluster(SparkDistribution spark, Path folder, WorkerSize size) throws IOException {
        this.spark = spark;
        this.folder = folder;
        this.size = size;
        Files.createDirectories(scratch());
        this.master = start(
                folder,
                SMALL,
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--webui-port",
                        "0"));
        this.address = master.await(MASTER);
    }

    private SparkProcess start(Path in, List<String> options, List<String> arguments) throws IOException {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("SPARK_LOCAL_DIRS", scratch().toString());
        return SparkProcess.start(spark.home(), in, environment, options, arguments);
    }

    private Path scratch() {
        return folder.resolve("scratch");
    }

    /** The temporary folders that attempts of tasks have now. */
    public List<Path> temporaryFolders() {
        try (Stream<Path> all = Files.find(scratch(), 4, (path, attributes) -> isTemporary(path))) {
            return all.toList();
        } catch (UncheckedIOException clearedMeanwhile) {
            return temporaryFolders();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTemporary(Path path) {
        return path.getFileName().toString().startsWith("wau-");
    }

    /** One more, on an address of its own: Spark repeats a slow task on another host only. */
    public SparkProcess addWorker() throws IOException {
        int number = workers.size() + 1;
        Path work = Files.createDirectories(folder.resolve("worker-" + number));
        SparkProcess worker = start(
                work,
                SMALL,
                List.of(
                        "org.apache.spark.deploy.worker.Worker",
                        "--host",
                        "127.0.0." + number,
                        "--port",
                        "0",
                        "--webui-port",
                        "0",
                        "--cores",
                        String.valueOf(size.cores()),
                        "--memory",
                        size.workerMegabytes() + "m",
                        "--work-dir",
                        work.toString(),
                        address));
        workers.add(worker);
        worker.await(REGISTERED);
        return worker;
    }

    /**
     * Submits a program, as {@code spark-submit} does.
     *
     * @param conf Spark's settings, {@code name=value}
     * @param program options of spark-submit that name the class and the jars, and the program's arguments
     */
    public SparkProcess submit(List<String> conf, List<String> program) throws IOException {
        List<String> options = new ArrayList<>(List.of("-Xmx" + size.driverMegabytes() + "m"));
        options.addAll(size.options());
        options.addAll(spark.modules());
        List<String> arguments = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", address));
        List<String> all = new ArrayList<>(List.of(
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.ui.enabled=false",
                "spark.executor.memory=" + size.executorMegabytes() + "m",
                "spark.executor.extraJavaOptions=" + String.join(" ", size.options())));
        all.addAll(conf);
        all.forEach(setting -> arguments.addAll(List.of("--conf", setting)));
        arguments.addAll(program);
        SparkProcess job = start(folder, options, arguments);
        jobs.add(job);
        return job;
    }

    @Override
    public void close() {
        jobs.forEach(SparkProcess::close);
        workers.forEach(SparkProcess::close);
        master.close();
    }
}
