package dev.wau.infra.stack;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;

/**
 * What cdk-nag's AwsSolutions rules would have otherwise, and why it is so. Patterns with {@code *} are named one by one, so
 * that a new one is told again.
 */
final class Reasons {

    private static final String WILDCARD = "AwsSolutions-IAM5";

    private Reasons() {}

    static void suppress(WauStack stack) {
        NagSuppressions.addStackSuppressions(
                stack,
                List.of(
                        reason(
                                "AwsSolutions-L1",
                                "Java 17 is what wau is built for and tested on, and what Glue 5 runs. CDK chooses the"
                                        + " runtime of its own function for custom resources."),
                        reason(
                                "AwsSolutions-GL1",
                                "CloudWatch encrypts log groups with its own keys; the logs hold numbers, keys and"
                                        + " customers' names, no personal data."),
                        reason(
                                "AwsSolutions-GL3",
                                "Glue keeps no bookmark of this job: the load history in the warehouse is the bookmark."),
                        NagPackSuppression.builder()
                                .id("AwsSolutions-IAM4")
                                .reason(
                                        "The role of CDK's own function for custom resources, which writes its log by it.")
                                .appliesTo(List.of("Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/"
                                        + "AWSLambdaBasicExecutionRole"))
                                .build(),
                        wildcard(
                                "Resource::<Storage(Central|Landing)[A-F0-9]+\\.Arn>\\/.*\\*",
                                "The keys of objects aren't known before; the folder is, and the bucket is our own."),
                        wildcard(
                                "Resource::arn:[a-z-]+:s3:.*\\*",
                                "The names of a customer's exports aren't known before; its folder, from wau.yaml, is."),
                        wildcard(
                                "Resource::arn:[a-z-]+:logs:.*\\*",
                                "The streams of a log group aren't known before; Glue names its own groups, and to look"
                                        + " groups up is a right on all of them."),
                        wildcard(
                                "Resource::arn:[a-z-]+:glue:[a-z0-9-]+:[0-9]+:table\\/.*\\*",
                                "The crawler makes the tables of its own database."),
                        wildcard(
                                "Resource::arn:[a-z-]+:ec2:[a-z0-9-]+:[0-9]+:(network-interface|subnet|security-group)\\/\\*",
                                "Glue makes network interfaces for the connection, as its documentation asks."),
                        wildcard(
                                "Resource::\\*",
                                "EC2's Describe calls, usage limits' calls and cloudwatch:PutMetricData know no resources; the"
                                        + " last is bound to Glue's namespace.")));
    }

    /**
     * CDK's own check of templates would have zones chosen by AWS.
     *
     * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Validations.html">AWS: acknowledging rules</a>
     */
    static void acknowledgeZones(Stack stack) {
        Validations.of(stack)
                .acknowledge(Acknowledgment.builder()
                        .id("CloudFormation-Validate::W3010")
                        .reason(
                                "The zones are named because infra.yaml asks for them: not each has Redshift Serverless,"
                                        + " and an existing VPC's subnets stand in theirs.")
                        .build());
    }

    private static NagPackSuppression reason(String rule, String why) {
        return NagPackSuppression.builder().id(rule).reason(why).build();
    }

    private static NagPackSuppression wildcard(String pattern, String why) {
        return NagPackSuppression.builder()
                .id(WILDCARD)
                .reason(why)
                .appliesTo(List.of(
                        RegexAppliesTo.builder().regex("/^" + pattern + "$/").build()))
                .build();
    }
}
