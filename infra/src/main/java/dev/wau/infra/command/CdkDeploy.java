package dev.wau.infra.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * CDK's own command line, on what was synthesised. It speaks to the user itself.
 *
 * @param folder that holds the templates
 */
record CdkDeploy(Path folder, String stack) {

    /** The version that reads what this CDK library writes; package.json has the same, for the tests. */
    static final String PACKAGE = "aws-cdk@2.1148.1";

    /**
     * Runs it to its end.
     *
     * @param yes whether it is not to ask before permissions change
     * @return its exit code
     */
    int run(boolean yes) throws IOException {
        List<String> command = new ArrayList<>(List.of("npx", "--yes", PACKAGE, "deploy", stack));
        command.addAll(List.of(
                "--app", folder.toString(), "--outputs-file", outputsFile().toString()));
        if (yes) {
            command.addAll(List.of("--require-approval", "never"));
        }
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new WauException(ErrorCode.ENGINE_FAILED, "Interrupted while CDK deployed " + stack, e);
        }
    }

    private Path outputsFile() {
        return folder.resolve(stack + ".outputs.json");
    }

    /**
     * The stack's outputs as the last deployment from this folder wrote them; empty if none did.
     *
     * @throws IOException the file is there and can't be read
     */
    Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        if (!Files.exists(outputsFile())) {
            return outputs;
        }
        try (JsonParser json = new JsonFactory().createParser(outputsFile().toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    outputs.put(json.currentName(), json.getText());
                }
            }
        }
        return outputs;
    }
}
