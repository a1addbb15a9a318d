package dev.wau.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.infra.stack.TestingStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wau infra synth} as a process of its own: what it says when Node.js fails, and what it leaves behind. */
class InfraProcessTest {

    private static final String NODE = "JSII_NODE";

    @TempDir
    Path folder;

    private Path temporary = Path.of("");

    private record Result(int code, String output) {}

    @BeforeEach
    void files() throws IOException {
        TestingStack.deployments(folder, "");
        TestingStack.packages(folder);
        temporary = Files.createDirectories(folder.resolve("tmp"));
    }

    /** Where it has made the folder for CDK: jsii starts Node.js, and this another in which all is done. */
    @ParameterizedTest
    @ValueSource(strings = {"process.pid", "process.ppid"})
    void nothingStaysOfANodeThatIsKilledAndItIsNoDefectOfWau(String which) throws Exception {
        Path killed = Files.writeString(folder.resolve("killed.js"), """
                const fs = require('fs');
                const make = fs.mkdtempSync;
                fs.mkdtempSync = (...where) => {
                  make(...where);
                  process.kill(%s, 'SIGKILL');
                };
                """.formatted(which));
        Result result = synth(Map.of("NODE_OPTIONS", "--require " + killed));
        assertTold(result, "says CDK: ", "The process of Node.js ended, or answers wrongly", "node --version");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void nothingStaysOfANodeThatEndsAtOnce() throws Exception {
        Result result = synth(Map.of(NODE, script("""
                if [ "$1" = --version ]; then exec node --version; fi
                echo 'node: no such option' >&2
                exit 9
                """)));
        assertTold(result, "The process of Node.js ended", "node: no such option");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aNodeThatIsSomethingElseIsNamed() throws Exception {
        String other = script("echo 'Amateur radio node 3.2'");
        assertTold(synth(Map.of(NODE, other)), "Cannot use " + other + " as Node.js", "Amateur radio node 3.2", NODE);
    }

    @Test
    void aNodeThatDoesNotStartIsNamed() throws Exception {
        assertTold(
                synth(Map.of(NODE, "/nowhere/node")),
                "Cannot use /nowhere/node as Node.js: it doesn't start",
                "22 or newer");
        assertTold(synth(Map.of(NODE, script("exit 127"))), "(ended with 127)");
    }

    @Test
    void aFolderForTemporaryFilesThatIsNotThereIsSaid() throws Exception {
        temporary = folder.resolve("none");
        assertTold(synth(Map.of()), "says CDK: ", "TMPDIR=FOLDER WAU_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
    }

    @Test
    void aFolderForTemporaryFilesThatCannotBeWrittenIsSaid() throws Exception {
        Path readOnly = Files.writeString(folder.resolve("readonly.js"), """
                const fs = require('fs');
                fs.mkdtempSync = where => {
                  throw new Error(`EROFS: read-only file system, mkdtemp '${where}XXXXXX'`);
                };
                """);
        assertTold(
                synth(Map.of("NODE_OPTIONS", "--require " + readOnly)),
                "EROFS",
                "The folder for temporary files can't be written",
                "TMPDIR=FOLDER");
    }

    @Test
    void aNodeThatIsTooOldIsNamed() throws Exception {
        assertTold(synth(Map.of(NODE, script("echo v12.0.0"))), "it is too old, v12.0.0", "20 works and warns");
        assertTold(synth(Map.of(NODE, script("echo v19.9.0"))), "it is too old, v19.9.0");
    }

    /** What CDK would say of it itself, and count nowhere. */
    @Test
    void zonesThatAreAskedForAreNoWarning() throws Exception {
        TestingStack.deployments(
                folder,
                "network: {vpc: vpc-01234567, subnets: [subnet-01234501, subnet-01234502, subnet-01234503],"
                        + " availability-zones: [eu-west-1a, eu-west-1b, eu-west-1c]}\n");
        Result result = synth(Map.of());
        assertThat(result.code).as(result.output).isZero();
        assertThat(result.output).doesNotContain("W3010", "WARNING");
    }

    private static void assertTold(Result result, String... words) {
        assertThat(result.code).as(result.output).isEqualTo(3);
        assertThat(result.output).contains(words).doesNotContain("A defect", "\tat ", "    at ");
    }

    private String script(String text) throws IOException {
        Path script = Files.createTempFile(folder, "node", "");
        Files.writeString(script, "#!/bin/sh\n" + text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }

    private Result synth(Map<String, String> variables) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dwau.sources=" + folder,
                        InfraMain.class.getName(),
                        "infra",
                        "synth")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it doesn't end: " + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
