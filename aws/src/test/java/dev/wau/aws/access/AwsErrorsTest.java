package dev.wau.aws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.testing.aws.LogsFake;
import dev.wau.testing.aws.StsFake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

final class AwsErrorsTest {

    private static final String ACME = "arn:aws:iam::222222222222:role/acme-reader";

    private final StsFake sts = new StsFake();
    private final LogsFake logs = new LogsFake();
    private final AwsClients clients = new AwsClients(TestingAccess.settings(sts.uri()));

    @AfterEach
    void close() {
        clients.close();
        logs.close();
        sts.close();
    }

    @Test
    void aRefusedRoleIsNamedWithAwsOwnWordsAndWhatToCheck() {
        sts.role(ACME, "acme-id");
        CloudAccess wrong = access(ACME, "not-the-id");

        SdkException refused = catchThrowableOfType(SdkException.class, () -> filter(wrong, "/acme"));
        WauException error = AwsErrors.failed("read log group /acme", wrong, refused, "");

        assertThat(AwsErrors.code(refused)).isEqualTo("AccessDenied");
        assertThat(error.code()).isEqualTo(ErrorCode.STORE_FAILED);
        assertThat(error)
                .hasMessage("Cannot read log group /acme: the role " + ACME + " can't be taken on: User:"
                        + " arn:aws:iam::111111111111:user/wau is not authorized to perform: sts:AssumeRole on resource: "
                        + ACME + " (AccessDenied, request sts-request). Check that the role exists, that its trust"
                        + " policy allows this program's principal, and that external-id is the one that the policy asks"
                        + " for.");
        assertThat(logs.requests()).isEmpty();
    }

    @Test
    void anErrorOfTheServiceNamesItsCodeAndRequest() {
        SdkException error = catchThrowableOfType(SdkException.class, () -> filter(access(null, null), "/none"));

        assertThat(AwsErrors.failed("read /none", access(null, null), error, "Check its name."))
                .hasMessageMatching("Cannot read /none: The specified log group does not exist"
                        + " \\(ResourceNotFoundException, request request-\\d+\\)\\. Check its name\\.");
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidInTheClientsWords() {
        CloudAccess nowhere = new CloudAccess("eu-west-1", "http://127.0.0.1:1", null, null);

        SdkException error = catchThrowableOfType(SdkException.class, () -> filter(nowhere, "/x"));

        assertThat(AwsErrors.code(error)).isEmpty();
        assertThat(AwsErrors.reason(error)).contains("Connect to 127.0.0.1:1").contains("Attempt Count: 5");
    }

    private CloudAccess access(@Nullable String role, @Nullable String externalId) {
        return new CloudAccess("eu-west-1", logs.uri().toString(), role, externalId);
    }

    private void filter(CloudAccess access, String group) {
        clients.logs(access).filterLogEvents(request -> request.logGroupIdentifier(group));
    }
}
