package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StorageTest {

    private static final String CENTRAL = "wau-test-central-111122223333-eu-west-1";

    private final TestingStack stack = TestingStack.standard();

    @Test
    void everyBucketIsPrivateAndEncryptedAndBelongsToItsOwner() {
        assertThat(stack.all("AWS::S3::Bucket")).hasSizeGreaterThan(1).allSatisfy(bucket -> {
            JsonNode properties = bucket.get("Properties");
            assertThat(properties.get("PublicAccessBlockConfiguration"))
                    .hasSize(4)
                    .allSatisfy(block -> assertThat(block.asBoolean()).isTrue());
            assertThat(properties
                            .at("/BucketEncryption/ServerSideEncryptionConfiguration/0")
                            .isMissingNode())
                    .isFalse();
            assertThat(properties
                            .at("/OwnershipControls/Rules/0/ObjectOwnership")
                            .asText())
                    .isEqualTo("BucketOwnerEnforced");
        });
    }

    @Test
    void everyBucketRefusesWhatDoesNotComeByTls() {
        assertThat(stack.all("AWS::S3::BucketPolicy"))
                .hasSize((int) stack.all("AWS::S3::Bucket").count())
                .allSatisfy(policy -> assertThat(policy.at("/Properties/PolicyDocument/Statement"))
                        .anySatisfy(statement -> {
                            assertThat(statement.get("Effect").asText()).isEqualTo("Deny");
                            assertThat(statement
                                            .at("/Condition/Bool/aws:SecureTransport")
                                            .asText())
                                    .isEqualTo("false");
                        }));
    }

    @Test
    void theCentralBucketKeepsVersionsAndLogsAccess() {
        JsonNode central = central(stack);
        assertThat(central.at("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
        assertThat(central.at("/LoggingConfiguration/LogFilePrefix").asText()).isEqualTo("central/");
    }

    @Test
    void whatIsStagedOldOrCutOffGoes() {
        assertThat(rules(stack))
                .containsExactly(
                        "uploads  {\"DaysAfterInitiation\":1}",
                        "staging staging/ 7",
                        "staging-holds .wau-staging- 7",
                        "old-versions  {\"NoncurrentDays\":90}");
    }

    @Test
    void daysAreSettingsAndOldFilesCanBeArchived() {
        TestingStack chosen =
                TestingStack.of("storage: {staging-days: 3, old-version-days: 0, archive-csv-days: 400}\n");
        assertThat(rules(chosen))
                .containsExactly(
                        "uploads  {\"DaysAfterInitiation\":1}",
                        "staging staging/ 3",
                        "staging-holds .wau-staging- 3",
                        "archive-csv csv/ GLACIER_IR");
    }

    @Test
    void whatIsDeliveredGoesWithinItsDaysThoughItHasVersions() {
        TestingStack delivered = TestingStack.of(
                "storage: {landing-days: 20}\ncustomers:\n  initech: {account: \"555566667777\", access: deliver}\n");
        JsonNode rules = delivered
                .with("AWS::S3::Bucket", "BucketName", "wau-test-landing-111122223333-eu-west-1")
                .at("/LifecycleConfiguration/Rules/1");
        assertThat(rules.get("ExpirationInDays").asInt()).isEqualTo(20);
        assertThat(rules.at("/NoncurrentVersionExpiration/NoncurrentDays").asInt())
                .isEqualTo(1);
        assertThat(delivered.template().at("/Outputs/LandingBucket/Value").asText())
                .isEqualTo("s3://wau-test-landing-111122223333-eu-west-1");
    }

    @Test
    void dataStaysWhenAStackIsDeletedUnlessItIsSaidOtherwise() {
        List<String> kept = List.of("AWS::S3::Bucket", "AWS::RedshiftServerless::Namespace", "AWS::Logs::LogGroup");
        TestingStack deleted = TestingStack.of("removal: delete\n");
        for (String type : kept) {
            assertThat(policies(stack, type)).as(type).isNotEmpty().containsOnly("RetainExceptOnCreate");
            assertThat(policies(deleted, type)).as(type).isNotEmpty().containsOnly("Delete");
        }
    }

    @Test
    void aKeyOfTheAccountEncryptsTheBucketAndItsUsersMayUseIt() {
        String key = "arn:aws:kms:eu-west-1:111122223333:key/0123";
        TestingStack chosen = TestingStack.of("storage: {kms-key: \"" + key + "\"}\n");
        JsonNode encryption = central(chosen).at("/BucketEncryption/ServerSideEncryptionConfiguration/0");
        assertThat(encryption
                        .at("/ServerSideEncryptionByDefault/KMSMasterKeyID")
                        .asText())
                .isEqualTo(key);
        assertThat(encryption.get("BucketKeyEnabled").asBoolean()).isTrue();
        for (String role : List.of("aggregate", "load", "warehouse", "crawler")) {
            assertThat(Rights.ofRole(chosen, "wau-test-" + role).allow("kms:Decrypt", key))
                    .as(role)
                    .isTrue();
        }
        assertThat(Rights.ofRole(chosen, "wau-test-trigger").allow("kms:Decrypt", key))
                .isFalse();
    }

    @Test
    void anAccessPointsNameIsTheCustomersOrTellsApartWhatIsNone() {
        assertThat(AccessPointName.of("wau-test-read", "acme")).isEqualTo("wau-test-read-acme");
        String upper = AccessPointName.of("wau-test-read", "ACME");
        assertThat(upper).matches("wau-test-read-acme-[0-9a-f]{8}");
        assertThat(AccessPointName.of("wau-test-read", "A_c.m" + "e".repeat(90)))
                .hasSizeLessThanOrEqualTo(50)
                .matches("[a-z0-9][a-z0-9-]+[a-z0-9]");
        assertThat(Stream.of("a.b", "a_b", "A-B").map(name -> AccessPointName.of("wau-test-read", name)))
                .doesNotHaveDuplicates();
    }

    private static JsonNode central(TestingStack stack) {
        return stack.with("AWS::S3::Bucket", "BucketName", CENTRAL);
    }

    private static List<String> policies(TestingStack stack, String type) {
        return stack.all(type)
                .map(resource -> resource.get("DeletionPolicy").asText())
                .toList();
    }

    /** Id, prefix and what happens. */
    private static List<String> rules(TestingStack stack) {
        return central(stack)
                .at("/LifecycleConfiguration/Rules")
                .valueStream()
                .map(rule -> rule.get("Id").asText() + " "
                        + rule.path("Prefix").asText() + " "
                        + Stream.of("AbortIncompleteMultipartUpload", "ExpirationInDays", "NoncurrentVersionExpiration")
                                .filter(rule::has)
                                .findFirst()
                                .map(what -> rule.get(what).toString())
                                .orElseGet(() ->
                                        rule.at("/Transitions/0/StorageClass").asText()))
                .toList();
    }
}
