package dev.wau.aws.deployment;

import static dev.wau.aws.deployment.Looking.other;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.check.Check;
import dev.wau.check.Check.State;
import dev.wau.testing.aws.BucketSettingsFake;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting of the central bucket, as it should be and otherwise. */
class BucketSettingsTest {

    private final Looking looking = new Looking();
    private final BucketSettingsFake bucket = looking.fake().bucket();

    @AfterEach
    void close() {
        looking.close();
    }

    @Test
    void nothingIsFoundWhereAllIsAsTheGuidesSay() {
        List<Check> found = looking.bucket("eu-west-1");

        assertThat(other(found)).isEmpty();
        assertThat(found)
                .extracting(Check::name)
                .hasSize(6)
                .contains("this machine's clock goes with that of S3")
                .contains("bucket " + looking.fake().bucketName() + ": is in Redshift's region eu-west-1");
    }

    @Test
    void aBucketOfAnotherRegionThanRedshiftsIsWrong() {
        Check region = only(looking.bucket("us-east-2"));

        assertThat(region.state()).isEqualTo(State.WRONG);
        assertThat(region.problem())
                .isEqualTo("it is in eu-west-1, and Redshift loads only from a bucket of its own region");
        assertThat(region.fix()).contains("set 'central' to a bucket in us-east-2");
    }

    @ParameterizedTest
    @CsvSource({"20,", "45,NOTE", "-45,NOTE", "400,WRONG", "-400,WRONG"})
    void aClockThatIsOffIsFound(long seconds, @Nullable State expected) {
        bucket.head(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plus(Duration.ofSeconds(seconds))));

        List<Check> found = other(looking.bucket(null));

        assertThat(found).extracting(Check::state).isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(found).allSatisfy(check -> {
            assertThat(check.problem()).contains(seconds > 0 ? "s behind" : "s ahead");
            assertThat(check.fix()).contains("NTP");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "versioning,<VersioningConfiguration/>,keeps versions,put-bucket-versioning",
        "versioning,<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>,keeps versions,"
                + "Status=Enabled",
        "publicAccessBlock,<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
                + "</PublicAccessBlockConfiguration>,blocks public access,put-public-access-block",
        "encryption,<ServerSideEncryptionConfiguration/>,encrypts what is written,put-bucket-encryption",
        "lifecycle,<LifecycleConfiguration/>,removes uploads that were cut off,AbortIncompleteMultipartUpload",
        "lifecycle,<LifecycleConfiguration><Rule><Filter><Prefix>other/</Prefix></Filter><Status>Enabled</Status>"
                + "<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation>"
                + "</AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>,removes uploads that were cut off,"
                + "DaysAfterInitiation 1",
        "lifecycle,<LifecycleConfiguration><Rule><Filter><Prefix></Prefix></Filter><Status>Disabled</Status>"
                + "<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation>"
                + "</AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>,removes uploads that were cut off,"
                + "DaysAfterInitiation 1"
    })
    void aSettingThatIsLooseIsAdvice(String setting, String xml, String name, String fix) {
        bucket.set(setting, xml);

        assertAdvice(name, fix);
    }

    @ParameterizedTest
    @CsvSource({
        "publicAccessBlock,NoSuchPublicAccessBlockConfiguration,blocks public access,put-public-access-block",
        "encryption,ServerSideEncryptionConfigurationNotFoundError,encrypts what is written,put-bucket-encryption",
        "lifecycle,NoSuchLifecycleConfiguration,removes uploads that were cut off,AbortIncompleteMultipartUpload"
    })
    void aSettingThatWasNeverMadeIsAdvice(String setting, String code, String name, String fix) {
        bucket.refuse(setting, 404, code);

        assertAdvice(name, fix);
    }

    private void assertAdvice(String name, String fix) {
        Check check = only(looking.bucket(null));
        assertThat(check.state()).isEqualTo(State.NOTE);
        assertThat(check.name()).endsWith(": " + name);
        assertThat(check.fix()).contains(fix);
    }

    @ParameterizedTest
    @CsvSource({
        "versioning,s3:GetBucketVersioning",
        "publicAccessBlock,s3:GetBucketPublicAccessBlock",
        "encryption,s3:GetEncryptionConfiguration",
        "lifecycle,s3:GetLifecycleConfiguration"
    })
    void aMissingRightToLookIsANoteThatNamesIt(String setting, String right) {
        bucket.refuse(setting, 403, "AccessDenied");

        Check check = only(looking.bucket(null));

        assertThat(check.state()).isEqualTo(State.NOTE);
        assertThat(check.problem()).startsWith("it may not be looked at: made by a test (AccessDenied");
        assertThat(check.fix()).startsWith("allow " + right + " to these credentials");
    }

    @Test
    void whatAnotherServiceDoesNotKnowIsOneNote() {
        List.of("versioning", "publicAccessBlock", "encryption", "lifecycle").forEach(bucket::forget);

        Check check = only(looking.bucket(null));

        assertThat(check.state()).isEqualTo(State.NOTE);
        assertThat(check.problem())
                .isEqualTo(
                        "this service doesn't know whether it keeps versions, whether it blocks public access, whether"
                                + " it encrypts what is written, whether it removes uploads that were cut off");
    }

    @Test
    void anAnswerThatIsNoneIsWrong() {
        bucket.refuse("versioning", 400, "ExpiredToken");

        Check check = only(looking.bucket(null));

        assertThat(check.state()).isEqualTo(State.WRONG);
        assertThat(check.problem()).contains("ExpiredToken");
    }

    @Test
    void aBucketNamedByAnAccessPointIsNotLookedAt() {
        Deployment deployment = looking.deployment("s3://arn:aws:s3:eu-west-1:123456789012:accesspoint/central/wau");

        Check check = only(Looking.found(checks -> deployment.bucket(checks, null)));

        assertThat(check.name()).isEqualTo("bucket arn:aws:s3:eu-west-1:123456789012:accesspoint/central: settings");
        assertThat(check.state()).isEqualTo(State.NOTE);
    }

    private static Check only(List<Check> found) {
        assertThat(other(found)).hasSize(1);
        return other(found).get(0);
    }
}
