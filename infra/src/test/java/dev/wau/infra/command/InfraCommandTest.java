package dev.wau.infra.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.infra.stack.TestingStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfraCommandTest {

    @TempDir
    Path folder;

    @Test
    void initWritesAFileThatSynthReads() throws IOException {
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "init")).isZero();
        Files.writeString(folder.resolve("wau.yaml"), TestingStack.WITHOUT_DELIVERY);
        TestingStack.packages(folder);
        assertThat(infra.run("infra", "synth", "--sources", folder.toString()))
                .as(infra.errors())
                .isZero();
        assertThat(infra.output()).contains("wau-sandbox  ", "wau-production  ", " resources  ", "deploy --app");
        assertThat(folder.resolve("cdk.out/wau-sandbox.template.json")).exists();
    }

    @Test
    void initLeavesAFileThatIsThere() throws IOException {
        Files.writeString(folder.resolve("infra.yaml"), "mine");
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "init")).isEqualTo(2);
        assertThat(infra.errors()).contains("infra.yaml: it is there already", "--force");
        assertThat(folder.resolve("infra.yaml")).hasContent("mine");
        assertThat(infra.run("infra", "init", "--force")).isZero();
    }

    @Test
    void oneEnvironmentAloneAndAsJson() throws IOException {
        TestingStack.deployments(folder, "name: audit\n");
        TestingStack.packages(folder);
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "synth", "--json", "-e", "test", "--sources", folder.toString()))
                .isZero();
        assertThat(infra.output())
                .startsWith("{\"type\":\"stack\",\"name\":\"audit-test\"")
                .contains("\"errors\":0");
    }

    @Test
    void anUnknownEnvironmentAndMissingPackagesAreSaid() throws IOException {
        TestingStack.deployments(folder, "");
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "synth", "-e", "tets")).isEqualTo(2);
        assertThat(infra.errors()).contains("Cannot find environment 'tets'", "did you mean 'test'?");
        assertThat(infra.run("infra", "synth", "--sources", folder.toString())).isEqualTo(2);
        assertThat(infra.errors()).contains("wau-aggregate.zip", "Build it: mvn package");
    }

    @Test
    void withoutInfraYamlTheWayIsShown() {
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "synth")).isEqualTo(2);
        assertThat(infra.errors()).contains("infra.yaml", "wau infra init");
    }

    @Test
    void theConfigurationIsTheOneThatInfraYamlNames() throws IOException {
        TestingStack.deployments(folder, "");
        TestingInfra infra = new TestingInfra(folder);
        for (String command : List.of("cost", "synth", "deploy")) {
            assertThat(infra.run("-c", "nope.yaml", "infra", command)).isEqualTo(2);
        }
        assertThat(infra.errors())
                .contains("Cannot use --config " + folder.resolve("nope.yaml"), "'config' of", "config: ");
        assertThat(infra.run("-c", "wau.yaml", "infra", "cost")).isZero();
    }

    @Test
    void templatesStandAmongNothingElse() throws IOException {
        TestingStack.deployments(folder, "");
        TestingStack.packages(folder);
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "synth", "-o", ".", "--sources", folder.toString()))
                .isEqualTo(2);
        assertThat(infra.run("infra", "synth", "-o", "infra.yaml", "--sources", folder.toString()))
                .isEqualTo(2);
        assertThat(infra.errors())
                .contains(
                        "Cannot write templates to " + folder + ": something else is there already, 'infra.yaml'",
                        "infra.yaml: it is a file");
        assertThat(folder.resolve("cdk.out")).doesNotExist();
    }

    @Test
    void templatesAreWrittenAgainWhereCdkHasWrittenSome() throws IOException {
        TestingStack.deployments(folder, "");
        TestingStack.packages(folder);
        TestingInfra infra = new TestingInfra(folder);
        Files.createDirectories(folder.resolve("out/asset.0123")); // left by one that was cut off
        for (int time = 0; time < 2; time++) {
            assertThat(infra.run("infra", "synth", "-o", "out", "--sources", folder.toString()))
                    .as(infra.errors())
                    .isZero();
        }
    }

    @Test
    void initSaysThatThereIsNoFolder() {
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "init", "--infra", "none/infra.yaml")).isEqualTo(2);
        assertThat(infra.errors())
                .contains("Cannot write " + folder.resolve("none/infra.yaml"), "no folder " + folder.resolve("none"));
    }

    @Test
    void aStackThatIamWouldRefuseIsWrong() throws IOException {
        String customers = IntStream.range(0, 300)
                .mapToObj(
                        each -> "  customer-" + each + ": {source: \"s3://exports-of-customer-" + each + "/audit\"}\n")
                .collect(Collectors.joining());
        TestingStack.deployments(folder, "");
        Files.writeString(folder.resolve("wau.yaml"), "customers:\n" + customers);
        TestingStack.packages(folder);
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "synth", "--json", "--sources", folder.toString()))
                .isEqualTo(3);
        assertThat(infra.errors())
                .contains("wrong   ", "managed policies", "customers.NAME.aws.role")
                .doesNotContain("note    ");
        assertThat(infra.output()).contains("\"errors\":1");
    }

    @Test
    void helpTeachesByExamples() {
        TestingInfra infra = new TestingInfra(folder);
        assertThat(infra.run("infra", "--help")).isZero();
        assertThat(infra.run("infra", "synth", "--help")).isZero();
        assertThat(infra.output()).contains("wau infra init", "wau infra synth", "cdk.out");
    }
}
