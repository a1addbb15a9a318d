package dev.wau.benchmark.measure;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wau.benchmark.data.Shape;
import dev.wau.benchmark.way.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes comparisons down, as Markdown and as JSON, with what they stand on. Used by one thread. */
public final class Results {

    private final Path root;
    private final Instant time;
    private final List<String> commandLine;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<ScaleTable.Point> scale = new ArrayList<>();

    /**
     * Results of one run.
     *
     * @param root the repository
     * @param time of its start
     */
    public Results(Path root, Instant time, List<String> commandLine) {
        this.root = root;
        this.time = time;
        this.commandLine = List.copyOf(commandLine);
    }

    /** One more. */
    public void add(Comparison comparison) {
        comparisons.add(comparison);
    }

    /** How it grows. */
    public void add(List<ScaleTable.Point> points) {
        scale.addAll(points);
    }

    /** All of it as Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("`" + command() + "`, " + time + "\n\n");
        Machine.facts(root).forEach((name, value) -> text.append("- " + name + ": " + value + "\n"));
        text.append('\n');
        comparisons.forEach(comparison -> text.append(MarkdownTable.of(comparison)));
        if (!scale.isEmpty()) {
            text.append(ScaleTable.of(scale));
        }
        return text.toString();
    }

    /** Writes {@code results.md} and {@code results.json} into the folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.md"), markdown());
        try (JsonGenerator json =
                new ObjectMapper().createGenerator(Files.newOutputStream(folder.resolve("results.json")))) {
            json.useDefaultPrettyPrinter();
            write(json);
        }
    }

    private String command() {
        return "./benchmark/run " + String.join(" ", commandLine);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", time.toString());
        json.writeStringField("command", command());
        json.writeObjectFieldStart("machine");
        for (Map.Entry<String, String> fact : Machine.facts(root).entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("comparisons");
        for (Comparison comparison : comparisons) {
            write(comparison, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("scale");
        for (ScaleTable.Point point : scale) {
            write(point, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ScaleTable.Point point, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("warehouse", point.warehouse());
        json.writeNumberField("files", point.files());
        json.writeNumberField("bytes", point.bytes());
        json.writeNumberField("records", point.records());
        json.writeFieldName("way");
        write(point.samples(), 1, json);
        json.writeEndObject();
    }

    private static void write(Comparison comparison, JsonGenerator json) throws IOException {
        Shape shape = comparison.shape();
        json.writeStartObject();
        json.writeStringField("title", comparison.title());
        json.writeStringField("shape", shape.folder());
        json.writeNumberField("files", shape.files());
        json.writeNumberField("bytes", comparison.bytes());
        json.writeNumberField("records", shape.totalRecords());
        json.writeArrayFieldStart("ways");
        for (Samples way : comparison.samples()) {
            write(way, comparison.ratio(way), json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Samples way, double ratio, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", way.name());
        json.writeStringField("description", way.description());
        json.writeNumberField("median_seconds", way.median());
        json.writeNumberField("first_seconds", way.first());
        json.writeNumberField("times_ours", ratio);
        json.writeArrayFieldStart("runs");
        for (Way.Result run : way.runs()) {
            json.writeStartObject();
            json.writeNumberField("seconds", run.nanos() / 1e9);
            json.writeNumberField("cpu_seconds", run.cpuNanos() / 1e9);
            json.writeNumberField("peak_bytes", run.peakBytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
