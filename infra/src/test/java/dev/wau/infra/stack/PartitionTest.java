package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** China and the government's regions are partitions of their own: ARNs, hosts and some names differ there. */
class PartitionTest {

    /**
     * Service principals are called the same in China, but for those that CDK knows.
     *
     * @see <a href="https://docs.amazonaws.cn/en_us/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS in
     *     China: principals</a>
     */
    private static final Pattern PRINCIPAL = Pattern.compile(
            "(cloudwatch|delivery\\.logs|events|glue|lambda|logging\\.s3|redshift|redshift-serverless|s3|scheduler)"
                    + "\\.amazonaws\\.com");

    private static TestingStack in(String region, String partition) {
        return TestingStack.whole(
                """
                environments:
                  test: {account: "111122223333", region: REGION}
                storage: {kms-key: "arn:PARTITION:kms:REGION:111122223333:key/0123"}
                customers:
                  acme: {account: "777788889999", access: read}
                  initech: {account: "777788889999", access: deliver}
                """.replace("REGION", region).replace("PARTITION", partition),
                """
                customers:
                  acme: {source: "s3://acme-exports", aws: {role: "arn:PARTITION:iam::777788889999:role/wau-reader"}}
                  globex: {source: "cloudwatch:/globex/audit"}
                  initech: {source: "s3://wau-test-landing-111122223333-REGION/initech"}
                  hooli: {source: "s3://hooli-exports"}
                """.replace("REGION", region).replace("PARTITION", partition));
    }

    @ParameterizedTest
    @CsvSource({"cn-north-1, aws-cn", "cn-northwest-1, aws-cn", "us-gov-west-1, aws-us-gov"})
    void everyArnIsOfTheRegionsPartition(String region, String partition) {
        TestingStack stack = in(region, partition);
        assertThat(texts(stack.template()))
                .noneMatch(text -> text.contains("arn:aws:"))
                .anyMatch(text -> text.contains("arn:" + partition + ":"));
        assertThat(stack.written().errors()).isEmpty();
        assertThat(stack.written().warnings()).isEmpty();
    }

    @Test
    void hostsInChinaEndDifferently() {
        assertThat(texts(in("cn-north-1", "aws-cn").template()))
                .filteredOn(text -> text.contains(".amazonaws.com"))
                .isNotEmpty()
                .allMatch(text -> PRINCIPAL.matcher(text).matches()
                        || !text.replace(".amazonaws.com.cn", "").contains(".amazonaws.com"));
    }

    /** CDK's list, made of what {@code aws ec2 describe-vpc-endpoint-services} says, has both under the usual names. */
    @ParameterizedTest
    @CsvSource({"cn-north-1, aws-cn", "cn-northwest-1, aws-cn", "us-gov-west-1, aws-us-gov"})
    void endpointsAreCalledAsInTheRegion(String region, String partition) {
        assertThat(in(region, partition)
                        .all("AWS::EC2::VPCEndpoint")
                        .map(endpoint -> endpoint.at("/Properties/ServiceName").asText()))
                .containsExactlyInAnyOrder(
                        "com.amazonaws." + region + ".s3", "com.amazonaws." + region + ".secretsmanager");
    }

    /** Keys and values, at any depth. */
    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.fieldNames().forEachRemaining(texts::add);
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }
}
