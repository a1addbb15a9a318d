package dev.wau.benchmark.way;

import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spark on all cores of this machine, in one process that stays between the runs: {@code benchmark/spark}. */
public final class Spark implements Way {

    private final Path project;
    private final Dataset dataset;
    private @Nullable Process process;
    private @Nullable BufferedReader answers;

    /**
     * Of the central bucket's files.
     *
     * @param project the folder {@code benchmark/spark}
     */
    public Spark(Path project, Dataset dataset) {
        this.project = project;
        this.dataset = dataset;
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public String description() {
        return "Spark 3.5.6 `local[cores]`, 4 GB: each header's files with a schema by hand, `unionByName`, written as"
                + " Parquet (Snappy); the start of Spark is not in the time";
    }

    @Override
    public Result run(Path folder) throws Exception {
        Process spark = process == null ? start(folder) : process;
        Path plan = SparkPlan.write(
                        folder,
                        dataset,
                        file -> file.in(dataset.central()).toAbsolutePath().toString())
                .toAbsolutePath();
        Path parquet = folder.resolve("parquet").toAbsolutePath();
        long cpu = ProcessUsage.of(spark.pid(), ProcessUsage.NONE).cpuNanos();
        long nanos = number(ask(spark, "load " + plan + " " + parquet), "loaded");
        ProcessUsage usage = ProcessUsage.of(spark.pid(), ProcessUsage.NONE);
        long records = number(ask(spark, "count " + parquet), "counted");
        return new Result(records, nanos, usage.cpuNanos() - cpu, usage.peakBytes());
    }

    private Process start(Path folder) throws IOException, InterruptedException {
        SparkBuild build = SparkBuild.make(project, folder);
        Path target = project.resolve("target").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("java", "-Xmx4g"));
        command.addAll(build.modules());
        command.addAll(List.of(
                "-Dmulti.line=" + (dataset.shape().cells() == Shape.Cells.QUOTED),
                "-Dspark.local.dir=" + target.resolve("local"),
                "-cp",
                build.classPath(),
                "dev.wau.benchmark.spark.SparkLoad",
                String.valueOf(Runtime.getRuntime().availableProcessors())));
        Process started = new ProcessBuilder(command)
                .redirectError(target.resolve("spark.log").toFile())
                .start();
        process = started;
        answers = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        expect("ready");
        return started;
    }

    private String ask(Process spark, String line) throws IOException {
        PrintWriter out = new PrintWriter(spark.getOutputStream(), true, StandardCharsets.UTF_8);
        out.println(line);
        return expect("");
    }

    private String expect(String start) throws IOException {
        String answer = answers == null ? null : answers.readLine();
        if (answer == null || !answer.startsWith(start)) {
            throw new IllegalStateException(
                    "Spark said '" + answer + "' (its log: " + project.resolve("target/spark.log") + ")");
        }
        return answer;
    }

    private static long number(String answer, String word) {
        if (!answer.startsWith(word + " ")) {
            throw new IllegalStateException("Spark said '" + answer + "'");
        }
        return Long.parseLong(answer.substring(word.length() + 1));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
