package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * A whole deployment in which all is as the guides say: a central bucket whose notification goes through a queue to the
 * trigger function, and the Glue job {@code wau-load}. Each part can be made otherwise. Thread-safe as its parts are.
 */
public final class DeploymentFake implements AutoCloseable {

    /** The job's name. */
    public static final String JOB = "wau-load";

    /** The queue's name; its dead-letter queue has {@code -dead} behind it. */
    public static final String QUEUE = "wau-markers";

    /** The function's name. */
    public static final String FUNCTION = "wau-trigger";

    private static final String NOTIFICATION = """
            <NotificationConfiguration><QueueConfiguration><Id>markers</Id><Queue>%s</Queue>
            <Event>s3:ObjectCreated:*</Event><Filter><S3Key>
            <FilterRule><Name>Prefix</Name><Value>%s</Value></FilterRule>
            <FilterRule><Name>Suffix</Name><Value>%s</Value></FilterRule>
            </S3Key></Filter></QueueConfiguration></NotificationConfiguration>""";

    private static final JsonMapper JSON = new JsonMapper();

    private final S3Server s3;
    private final String name;
    private final BucketSettingsFake bucket;
    private final GlueFake glue;
    private final LambdaFake lambda = new LambdaFake();
    private final SqsFake sqs = new SqsFake();

    private DeploymentFake(S3Server s3) throws IOException {
        this.s3 = s3;
        this.name = s3.makeBucket();
        this.bucket = new BucketSettingsFake(s3.uri(), name);
        this.glue = GlueFake.start();
        settings();
        job();
        wiring();
    }

    /** With a bucket of its own. */
    public static DeploymentFake start() throws IOException {
        return new DeploymentFake(S3Server.start());
    }

    private void settings() {
        bucket.set("versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        bucket.set("publicAccessBlock", """
                <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>
                <IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>
                <RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>""");
        bucket.set("encryption", """
                <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>
                <SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>
                </ServerSideEncryptionConfiguration>""");
        bucket.set("lifecycle", """
                <LifecycleConfiguration><Rule><ID>parts</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status>
                <AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation>
                </AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>""");
        notification("wau/complete/", ".json");
    }

    private void job() {
        glue.job(JOB, 1, arguments -> {});
        for (String key : new String[] {"WauLoad.scala", "wau-spark.jar", "wau.yaml"}) {
            s3.client().putObject(request -> request.bucket(name).key("code/" + key), RequestBody.fromString("x"));
        }
        job(definition -> {});
    }

    private void wiring() {
        queue(Map.of(
                "VisibilityTimeout",
                "360",
                "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"" + SqsFake.arn(QUEUE + "-dead") + "\",\"maxReceiveCount\":\"1000\"}"));
        sqs.queue(QUEUE + "-dead", Map.of("ApproximateNumberOfMessages", "0"));
        mapping(mapping -> {});
        function(function -> {});
    }

    /** The bucket's name. */
    public String bucketName() {
        return name;
    }

    /** Its settings, and where it is found. */
    public BucketSettingsFake bucket() {
        return bucket;
    }

    /** Without settings. */
    public S3Server s3() {
        return s3;
    }

    /** The central bucket's place. */
    public String central() {
        return "s3://" + name + "/wau";
    }

    /** Glue. */
    public GlueFake glue() {
        return glue;
    }

    /** Lambda. */
    public LambdaFake lambda() {
        return lambda;
    }

    /** SQS. */
    public SqsFake sqs() {
        return sqs;
    }

    /** The bucket's notification, to the queue. */
    public void notification(String prefix, String suffix) {
        bucket.set("notification", NOTIFICATION.formatted(SqsFake.arn(QUEUE), prefix, suffix));
    }

    /** The queue has these attributes. */
    public void queue(Map<String, String> attributes) {
        sqs.queue(QUEUE, attributes);
    }

    /** The job is defined so, but for this. */
    public void job(Consumer<ObjectNode> change) {
        ObjectNode definition = read("""
                {"GlueVersion": "5.1", "MaxRetries": 0, "Timeout": 480, "JobRunQueuingEnabled": false,
                 "ExecutionProperty": {"MaxConcurrentRuns": 1},
                 "Command": {"Name": "glueetl", "ScriptLocation": "s3://%1$s/code/WauLoad.scala"},
                 "DefaultArguments": {"--class": "GlueApp", "--extra-jars": "s3://%1$s/code/wau-spark.jar",
                  "--job-bookmark-option": "job-bookmark-enable", "--wau-config": "s3://%1$s/code/wau.yaml"}}
                """.formatted(name));
        change.accept(definition);
        glue.define(JOB, definition);
    }

    /** The event source mapping is so, but for this. */
    public void mapping(Consumer<ObjectNode> change) {
        ObjectNode mapping = mapping();
        change.accept(mapping);
        lambda.mappings(mapping);
    }

    /** The queue is read by so many event source mappings. */
    public void mappings(int number) {
        lambda.mappings(Stream.generate(DeploymentFake::mapping).limit(number).toArray(ObjectNode[]::new));
    }

    private static ObjectNode mapping() {
        return read("""
                {"UUID": "11111111-2222-3333-4444-555555555555", "EventSourceArn": "%s", "FunctionArn": "%s",
                 "State": "Enabled", "FunctionResponseTypes": ["ReportBatchItemFailures"]}
                """.formatted(SqsFake.arn(QUEUE), LambdaFake.arn(FUNCTION)));
    }

    /** The function is so, but for this. */
    public void function(Consumer<ObjectNode> change) {
        ObjectNode function = read("""
                {"Runtime": "java17", "Handler": "dev.wau.lambda.Trigger", "State": "Active",
                 "LastUpdateStatus": "Successful", "Timeout": 60,
                 "Environment": {"Variables": {"WAU_CENTRAL": "%s", "WAU_GLUE_JOB": "%s"}}}
                """.formatted(central(), JOB));
        change.accept(function);
        lambda.function(FUNCTION, function);
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        bucket.close();
        glue.close();
        lambda.close();
        sqs.close();
        s3.close();
    }
}
