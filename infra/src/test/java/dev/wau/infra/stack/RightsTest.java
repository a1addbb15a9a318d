package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What roles and customers' accounts may do, and above all what they may not. */
class RightsTest {

    private static final String CENTRAL = "arn:aws:s3:::wau-test-central-111122223333-eu-west-1";
    private static final String LANDING = "arn:aws:s3:::wau-test-landing-111122223333-eu-west-1";
    private static final String CUSTOMERS = """
            customers:
              acme: {account: "777788889999", access: read}
              initech: {account: "555566667777", access: [read, deliver]}
            """;

    private final TestingStack stack = TestingStack.of(CUSTOMERS);

    @Test
    void noStatementOfAnyRoleAllowsActionsByAPattern() {
        assertThat(policies())
                .allSatisfy(rights -> assertThat(rights.statements())
                        .allSatisfy(statement ->
                                assertThat(statement.actions()).noneMatch(action -> action.contains("*"))));
    }

    @Test
    void onlyCallsThatKnowNoResourcesAreAllowedOnAll() {
        Set<String> without = Set.of(
                "ec2:DescribeVpcEndpoints",
                "ec2:DescribeRouteTables",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcAttribute",
                "redshift-serverless:CreateUsageLimit",
                "redshift-serverless:UpdateUsageLimit",
                "redshift-serverless:DeleteUsageLimit",
                "cloudwatch:PutMetricData");
        assertThat(policies())
                .flatMap(Rights::statements)
                .filteredOn(statement -> statement.resources().contains("*"))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(without).containsAll(statement.actions()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv/acme/a.csv", "complete/b.json", "state/aggregate/last.json", "catalog/wau.csv.json"})
    void theWarehouseReadsStagedPartsAlone(String key) {
        Rights warehouse = Rights.ofRole(stack, "wau-test-warehouse");
        assertThat(warehouse.allow("s3:GetObject", CENTRAL + "/staging/run/1.parquet"))
                .isTrue();
        assertThat(warehouse.allow("s3:GetObject", CENTRAL + "/" + key)).isFalse();
        assertThat(warehouse.allow("s3:PutObject", CENTRAL + "/staging/run/1.parquet"))
                .isFalse();
        assertThat(warehouse.allow("s3:ListBucket", CENTRAL, Map.of("s3:prefix", key)))
                .isFalse();
    }

    /** Only where AWS documents that the service says so: {@link Trust}. */
    @Test
    void lambdaAndTheSchedulerTakeRolesForThisAccountAlone() {
        for (String role : List.of("aggregate", "trigger", "schedule")) {
            assertThat(stack.with("AWS::IAM::Role", "RoleName", "wau-test-" + role)
                            .at("/AssumeRolePolicyDocument/Statement"))
                    .as(role)
                    .singleElement()
                    .satisfies(statement -> assertThat(statement
                                    .at("/Condition/StringEquals/aws:SourceAccount")
                                    .asText())
                            .isEqualTo("111122223333"));
        }
        for (String role : List.of("load", "crawler", "warehouse")) {
            assertThat(stack.with("AWS::IAM::Role", "RoleName", "wau-test-" + role)
                            .at("/AssumeRolePolicyDocument/Statement")
                            .findValues("Condition"))
                    .as(role)
                    .isEmpty();
        }
    }

    @Test
    void theCrawlerSeesTheFilesAndNothingElse() {
        Rights crawler = Rights.ofRole(stack, "wau-test-crawler");
        assertThat(crawler.allow("s3:GetObject", CENTRAL + "/csv/acme/a.csv")).isTrue();
        assertThat(crawler.allow("s3:ListBucket", CENTRAL, Map.of("s3:prefix", "csv/")))
                .isTrue();
        assertThat(crawler.allow("s3:GetObject", CENTRAL + "/complete/a.json")).isFalse();
        assertThat(crawler.allow("s3:ListBucket", CENTRAL, Map.of("s3:prefix", "complete/")))
                .isFalse();
        assertThat(crawler.allow("s3:ListBucket", CENTRAL)).isFalse();
        assertThat(crawler.allow("s3:GetObject", LANDING + "/initech/a.csv")).isFalse();
        assertThat(crawler.allow("glue:UpdateTable", "arn:aws:glue:eu-west-1:111122223333:table/wau_test/csv"))
                .isTrue();
        assertThat(crawler.allow("glue:UpdateTable", "arn:aws:glue:eu-west-1:111122223333:table/other/csv"))
                .isFalse();
    }

    @Test
    void theJobReadsTheBucketAndWritesWhatItStages() {
        Rights job = Rights.ofRole(stack, "wau-test-load");
        assertThat(job.allow("s3:GetObject", CENTRAL + "/csv/acme/a.csv")).isTrue();
        assertThat(job.allow("s3:PutObject", CENTRAL + "/staging/run/1.parquet"))
                .isTrue();
        assertThat(job.allow("s3:PutObject", CENTRAL + "/.wau-staging-run.lock"))
                .isTrue();
        for (String key :
                List.of("csv/acme/a.csv", "complete/a.json", "state/aggregate/last.json", ".wau-batch.lock")) {
            assertThat(job.allow("s3:PutObject", CENTRAL + "/" + key)).as(key).isFalse();
            assertThat(job.allow("s3:DeleteObject", CENTRAL + "/" + key))
                    .as(key)
                    .isFalse();
        }
        assertThat(job.allow("s3:GetObject", LANDING + "/initech/a.csv")).isFalse();
        assertThat(job.allow("cloudwatch:PutMetricData", "*", Map.of("cloudwatch:namespace", "Glue")))
                .isTrue();
        assertThat(job.allow("cloudwatch:PutMetricData", "*", Map.of("cloudwatch:namespace", "WAU")))
                .isFalse();
    }

    @Test
    void theSecretOfTheWarehouseIsTheOnlyOneThatIsRead() {
        for (String role : List.of("wau-test-load", "wau-test-crawler")) {
            assertThat(Rights.ofRole(stack, role).statements())
                    .filteredOn(statement -> statement.actions().contains("secretsmanager:GetSecretValue"))
                    .singleElement()
                    .satisfies(statement -> assertThat(statement.resources())
                            .singleElement()
                            .asString()
                            .matches("<WarehouseSecret\\w+\\.namespace\\.adminPasswordSecretArn>"));
        }
        assertThat(Rights.ofRole(stack, "wau-test-aggregate").statements())
                .flatMap(Rights.Statement::actions)
                .noneMatch(action -> action.startsWith("secretsmanager:"));
    }

    @Test
    void aggregationReadsTheSourcesThatWauYamlNames() {
        Rights aggregate = Rights.ofRole(stack, "wau-test-aggregate");
        assertThat(aggregate.allow("s3:GetObject", "arn:aws:s3:::hooli-exports/a.csv"))
                .isTrue();
        assertThat(aggregate.allow("s3:GetObject", LANDING + "/initech/a.csv")).isTrue();
        assertThat(aggregate.allow("s3:ListBucket", LANDING, Map.of("s3:prefix", "initech/")))
                .isTrue();
        assertThat(aggregate.allow("sts:AssumeRole", "arn:aws:iam::777788889999:role/wau-reader"))
                .isTrue();
        assertThat(aggregate.allow(
                        "logs:FilterLogEvents",
                        "arn:aws:logs:eu-west-1:111122223333:log-group:/globex/audit:log-stream:x"))
                .isTrue();
    }

    @Test
    void aggregationReachesNothingThatWauYamlDoesNotName() {
        Rights aggregate = Rights.ofRole(stack, "wau-test-aggregate");
        assertThat(aggregate.allow("s3:GetObject", "arn:aws:s3:::acme-exports/audit/a.csv"))
                .as("the customer's role does that")
                .isFalse();
        assertThat(aggregate.allow("s3:PutObject", LANDING + "/initech/a.csv")).isFalse();
        assertThat(aggregate.allow("sts:AssumeRole", "arn:aws:iam::777788889999:role/admin"))
                .isFalse();
        assertThat(aggregate.allow(
                        "logs:FilterLogEvents", "arn:aws:logs:eu-west-1:111122223333:log-group:/globex/audit2:*"))
                .isFalse();
        assertThat(aggregate.allow(
                        "lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:111122223333:function:wau-test-trigger"))
                .isFalse();
    }

    @Test
    void theTriggerStartsThisJobAndReadsNoObjects() {
        Rights trigger = Rights.ofRole(stack, "wau-test-trigger");
        assertThat(trigger.allow("glue:StartJobRun", "arn:aws:glue:eu-west-1:111122223333:job/wau-test-load"))
                .isTrue();
        assertThat(trigger.allow("glue:StartJobRun", "arn:aws:glue:eu-west-1:111122223333:job/other"))
                .isFalse();
        assertThat(trigger.statements())
                .flatMap(Rights.Statement::actions)
                .noneMatch(action -> action.startsWith("s3:"));
    }

    @Test
    void aCustomerReadsItsOwnFilesThroughItsAccessPoint() {
        Rights acme = point("wau-test-read-acme");
        String arn = "arn:aws:s3:eu-west-1:111122223333:accesspoint/wau-test-read-acme";
        assertThat(acme.statements())
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.principals())
                        .singleElement()
                        .asString()
                        .contains("777788889999"));
        assertThat(acme.allow("s3:GetObject", arn + "/object/csv/acme/a.csv")).isTrue();
        assertThat(acme.allow("s3:ListBucket", arn, Map.of("s3:prefix", "csv/acme/")))
                .isTrue();
        for (String key : List.of("csv/acme2/a.csv", "csv/initech/a.csv", "complete/a.json", "csv/a.csv")) {
            assertThat(acme.allow("s3:GetObject", arn + "/object/" + key))
                    .as(key)
                    .isFalse();
        }
        assertThat(acme.allow("s3:ListBucket", arn, Map.of("s3:prefix", "csv/")))
                .isFalse();
        assertThat(acme.allow("s3:ListBucket", arn)).isFalse();
        assertThat(acme.allow("s3:PutObject", arn + "/object/csv/acme/a.csv")).isFalse();
    }

    @Test
    void whoDeliversPutsFilesAndNeitherReadsNorRemovesThem() {
        Rights initech = point("wau-test-deliver-initech");
        String arn = "arn:aws:s3:eu-west-1:111122223333:accesspoint/wau-test-deliver-initech";
        assertThat(initech.allow("s3:PutObject", arn + "/object/initech/a.csv")).isTrue();
        assertThat(initech.allow("s3:PutObject", arn + "/object/acme/a.csv")).isFalse();
        assertThat(initech.allow("s3:GetObject", arn + "/object/initech/a.csv")).isFalse();
        assertThat(initech.allow("s3:DeleteObject", arn + "/object/initech/a.csv"))
                .isFalse();
    }

    @Test
    void theBucketsLetCustomersInThroughOurAccessPointsAlone() {
        for (String bucket : List.of("central", "landing")) {
            Rights policy = bucketPolicy(bucket);
            List<Rights.Statement> customers = policy.statements().stream()
                    .filter(statement ->
                            statement.principals().stream().anyMatch(principal -> principal.contains("555566667777")))
                    .toList();
            assertThat(customers)
                    .as(bucket)
                    .singleElement()
                    .satisfies(statement -> assertThat(statement.conditions())
                            .isEqualTo(Map.of(
                                    "StringEquals", Map.of("s3:DataAccessPointAccount", List.of("111122223333")))));
        }
    }

    @Test
    void withoutCustomersAccessThereAreNoAccessPointsAndNoLanding() {
        TestingStack without = TestingStack.standard();
        assertThat(without.all("AWS::S3::AccessPoint")).isEmpty();
        assertThat(without.all("AWS::S3::Bucket"))
                .noneMatch(bucket -> bucket.toString().contains("landing"));
    }

    private Rights point(String name) {
        return Rights.of(stack, stack.with("AWS::S3::AccessPoint", "Name", name).get("Policy"));
    }

    private Rights bucketPolicy(String part) {
        JsonNode found = stack.all("AWS::S3::BucketPolicy")
                .map(policy -> policy.get("Properties"))
                .filter(policy -> stack.text(policy.get("Bucket")).contains("-" + part + "-"))
                .findFirst()
                .orElseThrow();
        return Rights.of(stack, found.get("PolicyDocument"));
    }

    private List<Rights> policies() {
        Stream<JsonNode> roles = stack.all("AWS::IAM::Policy")
                .map(policy -> policy.get("Properties").get("PolicyDocument"));
        Stream<JsonNode> points = stack.all("AWS::S3::AccessPoint")
                .map(point -> point.get("Properties").get("Policy"));
        Stream<JsonNode> buckets = stack.all("AWS::S3::BucketPolicy")
                .map(policy -> policy.get("Properties").get("PolicyDocument"));
        return Stream.of(roles, points, buckets)
                .flatMap(all -> all)
                .map(document -> Rights.of(stack, document))
                .toList();
    }

    /**
     * A role's own policies have 10,240 characters at most, a managed one 6,144, and a role 10 of these.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">AWS: quotas of IAM</a>
     */
    @Test
    void policiesOfManyCustomersAreNotTooLargeForIam() {
        StringBuilder wau = new StringBuilder("customers:\n");
        StringBuilder access = new StringBuilder("customers:\n");
        for (int i = 100; i < 300; i++) {
            wau.append("  deliverer-")
                    .append(i)
                    .append(": {source: \"s3://")
                    .append(LANDING.substring(13))
                    .append("/deliverer-")
                    .append(i)
                    .append("\"}\n");
            access.append("  deliverer-")
                    .append(i)
                    .append(": {account: \"111122223")
                    .append(i)
                    .append("\", access: [read, deliver]}\n");
        }
        for (int i = 100; i < 500; i++) {
            wau.append("  reader-")
                    .append(i)
                    .append(": {source: \"s3://exports-")
                    .append(i)
                    .append("/audit\", aws: {role: \"arn:aws:iam::777788889")
                    .append(i)
                    .append(":role/wau-reader\"}}\n");
        }
        TestingStack many = TestingStack.of(access.toString(), wau.toString());
        assertThat(many.all("AWS::IAM::ManagedPolicy"))
                .hasSizeBetween(1, 10)
                .allSatisfy(policy -> assertThat(many.text(policy.at("/Properties/PolicyDocument"))
                                .length())
                        .isLessThanOrEqualTo(6_144));
        assertThat(many.all("AWS::IAM::Policy"))
                .allSatisfy(policy -> assertThat(many.text(policy.at("/Properties/PolicyDocument"))
                                .length())
                        .isLessThanOrEqualTo(10_240));
        assertThat(many.template().get("Resources").size()).isLessThanOrEqualTo(500);
        assertThat(many.written().errors()).isEmpty();
    }
}
