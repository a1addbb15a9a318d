package dev.wau.infra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wau.infra.InfraApp;
import dev.wau.infra.Written;
import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.DeploymentReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A synthesised template, made once for each infra.yaml: CDK takes seconds. Its packages are made up, since templates name
 * them by their digests alone.
 */
public final class TestingStack {

    /** A folder's source is refused, so all of these are in AWS: by role, own, delivered, a log group. */
    public static final String WAU_YAML = """
            customers:
              acme: {source: "s3://acme-exports/audit", aws: {role: "arn:aws:iam::777788889999:role/wau-reader"}}
              globex: {source: "cloudwatch:/globex/audit"}
              initech: {source: "s3://wau-test-landing-111122223333-eu-west-1/initech"}
              hooli: {source: "s3://hooli-exports"}
            """;

    /** The same where nobody delivers. */
    public static final String WITHOUT_DELIVERY =
            WAU_YAML.lines().filter(line -> !line.contains("landing")).collect(Collectors.joining("\n", "", "\n"));

    private static final String ENVIRONMENT = """
            environments:
              test: {account: "111122223333", region: eu-west-1}
            """;

    private static final Map<String, TestingStack> MADE = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Written written;
    private final JsonNode template;

    private TestingStack(Written written, JsonNode template) {
        this.written = written;
        this.template = template;
    }

    /** With the settings that hold unless chosen otherwise. */
    static TestingStack standard() {
        return of("");
    }

    /** With these lines of infra.yaml for all environments. */
    static TestingStack of(String settings) {
        return MADE.computeIfAbsent(settings, given -> make(given, wauYaml(given)));
    }

    /** The same with another wau.yaml; made anew. */
    static TestingStack of(String settings, String wau) {
        return make(settings, wau);
    }

    /** The same with an infra.yaml that says all; made anew. */
    static TestingStack whole(String infra, String wau) {
        try {
            Path folder = Files.createTempDirectory("wau-infra-test");
            try {
                return synthesised(folder, read(folder, infra, wau));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a customer delivers is what is read, so the one that lands is there where one delivers. */
    private static String wauYaml(String settings) {
        return settings.contains("deliver") ? WAU_YAML : WITHOUT_DELIVERY;
    }

    private static TestingStack make(String settings, String wau) {
        return whole(ENVIRONMENT + settings, wau);
    }

    private static TestingStack synthesised(Path folder, List<Deployment> deployments) throws IOException {
        Written written = InfraApp.synth(deployments, packages(folder), folder.resolve("cdk.out"))
                .get(0);
        return new TestingStack(written, JSON.readTree(written.template().toFile()));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** One environment, {@code test}. */
    public static List<Deployment> deployments(Path folder, String settings) throws IOException {
        return read(folder, ENVIRONMENT + settings, wauYaml(settings));
    }

    private static List<Deployment> read(Path folder, String infra, String wau) throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), wau);
        return DeploymentReader.read(Files.writeString(folder.resolve("infra.yaml"), infra), Map.of());
    }

    /** Files where the other modules' packages would be. */
    public static Packages packages(Path sources) throws IOException {
        for (String name : List.of(
                "lambda/target/wau-aggregate.zip",
                "lambda/target/wau-trigger.zip",
                "spark/target/wau-spark.jar",
                "spark/src/main/glue/WauLoad.scala")) {
            Path file = sources.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        return Packages.in(sources);
    }

    Written written() {
        return written;
    }

    JsonNode template() {
        return template;
    }

    /** The resources of a type, in the template's order. */
    Stream<JsonNode> all(String type) {
        return StreamSupport.stream(template.get("Resources").spliterator(), false)
                .filter(resource -> resource.get("Type").asText().equals(type));
    }

    /** The properties of the only resource of a type. */
    JsonNode only(String type) {
        List<JsonNode> found = all(type).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources of type " + type);
        }
        return found.get(0).get("Properties");
    }

    /** The properties of the resource of a type whose property has this value. */
    JsonNode with(String type, String property, String value) {
        return all(type)
                .map(resource -> resource.get("Properties"))
                .filter(properties -> properties.path(property).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " with " + property + " " + value));
    }

    /** A value with its references as text: {@code <Warehouse.Arn>}. */
    String text(JsonNode value) {
        return new ResolvedText(template).of(value);
    }
}
