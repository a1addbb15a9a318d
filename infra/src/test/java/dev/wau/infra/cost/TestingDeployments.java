package dev.wau.infra.cost;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.DeploymentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Environments, read from files as users write them. */
public final class TestingDeployments {

    private static final String WAU = """
            central: s3://elsewhere
            warehouse: jdbc:duckdb:elsewhere.duckdb
            customers:
              acme: {source: "s3://acme-exports/audit"}
              globex: {source: "s3://globex-exports/audit"}
            """;

    private TestingDeployments() {}

    /** One environment in us-east-1 with two customers, and what else infra.yaml says. */
    static Deployment with(Path folder, String settings) {
        return DeploymentReader.read(write(folder, settings), Map.of()).get(0);
    }

    /** Writes the files; returns infra.yaml. */
    public static Path write(Path folder, String settings) {
        try {
            // What a customer delivers is what is read of it.
            String source = settings.contains("deliver")
                    ? WAU.replaceAll("s3://acme-exports[^\\s\"}]*", "s3://wau-test-landing-111122223333-us-east-1/acme")
                    : WAU;
            Files.writeString(folder.resolve("wau.yaml"), source);
            return Files.writeString(
                    folder.resolve("infra.yaml"),
                    "environments:\n  test: {account: \"111122223333\", region: us-east-1}\n" + settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
