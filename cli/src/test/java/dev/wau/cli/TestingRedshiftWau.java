package dev.wau.cli;

import dev.wau.testing.aws.RedshiftServerlessFake;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.aws.SecretsFake;
import dev.wau.testing.redshift.RedshiftStandIn;
import dev.wau.testing.redshift.SharedRedshift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A customer's two files, a {@code wau.yaml} for a new database of Redshift's stand-in and one for DuckDB, and the AWS that
 * both need. Says in the JVM's properties where that is, until it is closed. The stand-in and its S3 are one for all tests.
 */
final class TestingRedshiftWau implements AutoCloseable {

    /** What the configuration says of its login. */
    static final String BY_SECRET = "secret: wau/redshift";

    private static final String LOGIN =
            "{\"username\":\"%s\",\"password\":\"%s\",\"engine\":\"redshift\",\"port\":5439}";

    private static final S3Server S3 = SharedRedshift.s3();
    private static final RedshiftStandIn STAND_IN = SharedRedshift.standIn();

    private final AwsProperties properties = new AwsProperties();
    private final SecretsFake secrets = new SecretsFake();
    private final RedshiftServerlessFake serverless = new RedshiftServerlessFake("wau", STAND_IN::allow);
    private final String url = STAND_IN.url();
    private final String bucket = S3.makeBucket();
    private final Path folder;

    TestingRedshiftWau(Path folder) throws IOException {
        this.folder = folder;
        properties.s3Keys();
        properties.set("aws.endpointUrlSecretsManager", secrets.uri().toString());
        properties.set("aws.endpointUrlRedshiftServerless", serverless.uri().toString());
        password(RedshiftStandIn.PASSWORD);
        write("acme/a.csv", """
                timestamp,event,userId,plan
                2025-01-06 10:00:00,login,u1,pro
                2025-01-07 10:00:00.123456,view,u2,free
                no time,view,u2,free
                """);
        write("acme/b.csv", """
                timestamp,event,userId,plan
                2025-01-07 10:00:00.123456,view,u2,free
                2025-01-14 09:00:00,login,u3,"a ""quoted"", text"
                """);
        configure(url, BY_SECRET);
        config("duckdb", "s3://" + S3.makeBucket(), "jdbc:duckdb:wau.duckdb", "");
    }

    /** The commands on Redshift. */
    TestingWau onRedshift() {
        return new TestingWau(folder.resolve("redshift"));
    }

    /** The commands on DuckDB. */
    TestingWau onDuckDb() {
        return new TestingWau(folder.resolve("duckdb"));
    }

    static RedshiftStandIn standIn() {
        return STAND_IN;
    }

    /** The database's URL, without a login. */
    String url() {
        return url;
    }

    /** The same with a login by IAM. */
    String urlByIam() {
        return url.replace("redshift://", "redshift:iam://");
    }

    SecretsFake secrets() {
        return secrets;
    }

    RedshiftServerlessFake serverless() {
        return serverless;
    }

    /** Keeps this password as the secret {@code wau/redshift}. */
    void password(String password) {
        secrets.put("wau/redshift", LOGIN.formatted(RedshiftStandIn.USER, password));
    }

    /** Writes Redshift's {@code wau.yaml}: the central bucket in S3, and these keys of {@code redshift}. */
    void configure(String warehouse, String redshift) throws IOException {
        configure("s3://" + bucket + "/wau", warehouse, redshift);
    }

    /** The same with another central bucket. */
    void configure(String central, String warehouse, String redshift) throws IOException {
        String role = "copy-role: 'arn:aws:iam::123456789012:role/wau-copy'";
        String keys = redshift.isEmpty() ? role : redshift + ", " + role;
        config("redshift", central, warehouse, "redshift: {" + keys + "}");
    }

    private void config(String where, String central, String warehouse, String more) throws IOException {
        write(where + "/wau.yaml", """
                central: %s
                warehouse: %s
                aws: {endpoint: "%s"}
                %s
                customers: {acme: {source: ../acme}}
                """.formatted(central, warehouse, S3.uri(), more));
    }

    /** What is left in the staging area. */
    List<S3Object> staged() {
        return S3.client()
                .listObjectsV2(request -> request.bucket(bucket).prefix("wau/staging/"))
                .contents();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Override
    public void close() {
        properties.reset();
        serverless.close();
        secrets.close();
    }
}
