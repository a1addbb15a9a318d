package dev.wau.aws.deployment;

import dev.wau.aws.access.AwsClients;
import dev.wau.store.CloudAccess;
import java.util.function.Supplier;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of what a deployment is made of; each is made when it is first needed. */
record Services(
        Supplier<S3Client> s3, Supplier<GlueClient> glue, Supplier<LambdaClient> lambda, Supplier<SqsClient> sqs) {

    /** The bucket's as its place says; the others in its region, in this program's own account. */
    static Services of(AwsClients clients, CloudAccess bucket) {
        CloudAccess own = new CloudAccess(bucket.region(), null, null, null);
        return new Services(
                () -> clients.s3(bucket),
                () -> clients.glue(own),
                () -> clients.of(LambdaClient.class, LambdaClient::builder, own),
                () -> clients.of(SqsClient.class, SqsClient::builder, own));
    }
}
