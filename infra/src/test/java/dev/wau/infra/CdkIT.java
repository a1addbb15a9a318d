package dev.wau.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wau.infra.stack.TestingStack;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
        Files.writeString(folder.resolve("wau.yaml"), TestingStack.WITHOUT_DELIVERY);
        TestingStack.packages(folder);
        Files.writeString(folder.resolve("infra.yaml"), """
                environments:
                  sandbox: {account: "111122223333", region: eu-west-1}
                  production: {account: "444455556666", region: us-east-1}
                """);
    }

    /** One start of the app, since each takes CDK seconds. */
    @Test
    void synthGivesTemplatesThatCdkItselfTakesAndLsNamesTheirStacks() throws Exception {
        Result synth = cdk("synth", "--strict", "--quiet", "--output", "out");
        assertThat(synth.code).as(synth.output).isZero();
        for (String stack : List.of("wau-sandbox", "wau-production")) {
            File template = folder.resolve("out/" + stack + ".template.json").toFile();
            assertThat(new ObjectMapper().readTree(template).get("Resources")).hasSizeGreaterThan(50);
        }
        assertThat(ls("out")).contains("wau-sandbox", "wau-production");
    }

    @Test
    void aMistakeEndsCdkWithItsMessage() throws Exception {
        Files.writeString(folder.resolve("infra.yaml"), "enviroments: {}\n");
        Result result = cdk("synth");
        assertThat(result.code).isNotZero();
        assertThat(result.output).contains("infra.yaml:1: unknown key 'enviroments'", "did you mean 'environments'?");
    }

    @Test
    void deployHasCdkDoItAndLooksAtWhatStandsThere() throws Exception {
        Path bin = npx("echo \"$@\" > called; echo '{\"wau-sandbox\": {\"WarehouseSecret\": \"redshift!x\"}}' >"
                + " cdk.out/wau-sandbox.outputs.json");
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Map<String, String> variables = new HashMap<>(path(bin));
        variables.put("TMPDIR", temporary.toString());
        variables.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        Result result = run(folder, variables, app("deploy", "-e", "sandbox", "--yes"));
        assertThat(Files.readString(folder.resolve("called")))
                .startsWith("--yes aws-cdk@")
                .contains(" deploy wau-sandbox --app " + folder.resolve("cdk.out"), "--require-approval never");
        assertThat(ls("cdk.out")).containsExactly("wau-sandbox");
        assertThat(result.output)
                .contains("wau doctor", "s3://wau-sandbox-central-111122223333-eu-west-1", "wau catalog verify")
                .doesNotContain("A defect");
        assertThat(result.code).as("deployed, and nothing stands there").isEqualTo(1);
        assertThat(temporary).as("nothing of CDK stays").isEmptyDirectory();
    }

    @Test
    void aDeploymentThatFailsEndsThere() throws Exception {
        Result result = run(folder, path(npx("exit 7")), app("deploy", "-e", "sandbox"));
        assertThat(result.code).isEqualTo(3);
        assertThat(result.output).contains("CDK ended with 7").doesNotContain("wau doctor");
    }

    @Test
    void withoutNpxTheMessageSaysWhatToInstall() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        assertThat(Files.writeString(bin.resolve("node"), "").toFile().setExecutable(true))
                .isTrue();
        Result result = run(folder, Map.of("PATH", bin.toString()), app("deploy", "-e", "sandbox"));
        assertThat(result.code).isEqualTo(2);
        assertThat(result.output).contains("Cannot find npx", "apt install npm");
    }

    @Test
    void oneEnvironmentIsDeployedAtATime() throws Exception {
        Result result = run(folder, Map.of(), app("deploy"));
        assertThat(result.code).isEqualTo(2);
        assertThat(result.output).contains("2 environments at once", "-e sandbox, or -e production");
    }

    /** A folder with an {@code npx} that does this instead. */
    private Path npx(String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path npx = Files.writeString(bin.resolve("npx"), "#!/bin/sh\n" + script + "\n");
        assertThat(npx.toFile().setExecutable(true)).isTrue();
        return bin;
    }

    private static Map<String, String> path(Path first) {
        return Map.of("PATH", first + File.pathSeparator + System.getenv("PATH"), "AWS_EC2_METADATA_DISABLED", "true");
    }

    /** The version that users are told, and that {@code wau infra deploy} starts, is the tested one. */
    @Test
    void theVersionOfCdksCommandLineIsOne() throws IOException {
        String version = new ObjectMapper()
                .readTree(MODULE.resolve("package.json").toFile())
                .at("/dependencies/aws-cdk")
                .asText();
        for (String file : List.of(
                "src/main/java/dev/wau/infra/command/CdkDeploy.java",
                "src/main/java/dev/wau/infra/command/InfraSynthCommand.java",
                "../docs/infra.md")) {
            assertThat(Files.readString(MODULE.resolve(file)))
                    .contains("aws-cdk@" + version)
                    .doesNotContainPattern("aws-cdk@(?!" + version.replace(".", "\\.") + ")");
        }
    }

    @Test
    void withoutNodeTheMessageSaysWhatToInstall() throws Exception {
        Result result = run(folder, Map.of("PATH", folder.toString()), app("synth"));
        assertThat(result.code).isEqualTo(2);
        assertThat(result.output)
                .contains("Cannot find node", "apt install nodejs")
                .doesNotContain("\tat ");
    }

    private Result cdk(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(binary(), "--no-notices", "--app", String.join(" ", app("synth"))));
        command.addAll(List.of(arguments));
        return run(folder, Map.of("CDK_DISABLE_CLI_TELEMETRY", "true"), command);
    }

    /** What CDK reads in a folder that was synthesised. */
    private List<String> ls(String synthesised) throws Exception {
        Result result = run(folder, Map.of(), List.of(binary(), "--no-notices", "--app", synthesised, "ls"));
        assertThat(result.code).as(result.output).isZero();
        return result.output.lines().toList();
    }

    private static String binary() {
        return CDK.resolve("node_modules/.bin/cdk").toString();
    }

    /** As ./wau starts it. */
    private List<String> app(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path").replace("\"", ""),
                "-Dwau.sources=" + folder,
                InfraMain.class.getName(),
                "infra"));
        command.addAll(List.of(arguments));
        return command;
    }

    private record Result(int code, String output) {}

    private static Result run(Path folder, Map<String, String> variables, List<String> command) throws Exception {
        File output = Files.createTempFile(CDK, "run", ".out").toFile();
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
