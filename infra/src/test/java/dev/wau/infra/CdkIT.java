package dev.wau.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wau.infra.stack.TestingStack;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CDK's own command line, in the version of package.json, with {@code wau infra} as its app. */
class CdkIT {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path CDK = MODULE.resolve("target/cdk");

    @TempDir
    Path folder;

    @BeforeAll
    static void install() throws Exception {
        Files.createDirectories(CDK);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.writeString(CDK.resolve(file), Files.readString(MODULE.resolve(file)));
        }
        Result result = run(CDK, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund"));
        assertThat(result.code).as(result.output).isZero();
    }

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), TestingStack.WAU_YAML);
        TestingStack.packages(folder);
        Files.writeString(folder.resolve("infra.yaml"), """
                environments:
                  sandbox: {account: "111122223333", region: eu-west-1}
                  production: {account: "444455556666", region: us-east-1}
                """);
    }

    @Test
    void lsNamesAStackForEachEnvironment() throws Exception {
        Result result = cdk("ls");
        assertThat(result.code).as(result.output).isZero();
        assertThat(result.output.lines()).contains("wau-sandbox", "wau-production");
    }

    @Test
    void synthGivesATemplateThatCdkItselfTakes() throws Exception {
        Result result = cdk("synth", "wau-production", "--strict", "--json", "--output", "out");
        assertThat(result.code).as(result.output).isZero();
        JsonNode template = new ObjectMapper()
                .readTree(folder.resolve("out/wau-production.template.json").toFile());
        assertThat(template.get("Resources")).hasSizeGreaterThan(50);
    }

    /** What {@code wau infra synth} wrote is what CDK deploys. */
    @Test
    void cdkReadsWhatSynthHasWritten() throws Exception {
        List<String> synth = new ArrayList<>(app());
        synth.addAll(List.of("-e", "production"));
        Result written = run(folder, Map.of(), synth);
        assertThat(written.code).as(written.output).isZero();
        assertThat(written.output).contains("wau-production", "resources", "deploy --app");
        Result listed = run(folder, Map.of(), List.of(binary(), "--app", "cdk.out", "--no-notices", "ls"));
        assertThat(listed.output.lines()).contains("wau-production").doesNotContain("wau-sandbox");
    }

    @Test
    void aMistakeEndsCdkWithItsMessage() throws Exception {
        Files.writeString(folder.resolve("infra.yaml"), "enviroments: {}\n");
        Result result = cdk("ls");
        assertThat(result.code).isNotZero();
        assertThat(result.output).contains("infra.yaml:1: unknown key 'enviroments'", "did you mean 'environments'?");
    }

    @Test
    void withoutNodeTheMessageSaysWhatToInstall() throws Exception {
        Result result = run(folder, Map.of("PATH", folder.toString()), app());
        assertThat(result.code).isEqualTo(2);
        assertThat(result.output)
                .contains("Cannot find node", "apt install nodejs")
                .doesNotContain("\tat ");
    }

    private Result cdk(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(binary(), "--no-notices", "--app", String.join(" ", app())));
        command.addAll(List.of(arguments));
        return run(folder, Map.of("CDK_DISABLE_CLI_TELEMETRY", "true"), command);
    }

    private static String binary() {
        return CDK.resolve("node_modules/.bin/cdk").toString();
    }

    /** As ./wau starts it. */
    private List<String> app() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path").replace("\"", ""),
                "-Dwau.sources=" + folder,
                InfraMain.class.getName(),
                "infra",
                "synth");
    }

    private record Result(int code, String output) {}

    private static Result run(Path folder, Map<String, String> variables, List<String> command) throws Exception {
        File output = Files.createTempFile("wau-cdk", ".out").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " doesn't end: " + Files.readString(output.toPath()));
        }
        return new Result(process.exitValue(), Files.readString(output.toPath(), StandardCharsets.UTF_8));
    }
}
