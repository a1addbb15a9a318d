package dev.wau.aws.login;

import dev.wau.aws.access.AwsClients;
import dev.wau.aws.access.AwsErrors;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.GetCredentialsResponse;

/**
 * Asks Redshift Serverless for a user and a password on the word of IAM. The user is that of this program's role or user:
 * {@code IAMR:role}, {@code IAM:user}. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_GetCredentials.html">AWS:
 *     GetCredentials</a>
 */
final class WorkgroupLogin {

    /** The longest that there is. */
    private static final Duration VALID = Duration.ofHours(1);

    /** So that none ends between the question and the connection. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final AwsClients clients;
    private final Workgroup workgroup;
    private final CloudAccess access;

    WorkgroupLogin(AwsClients clients, Workgroup workgroup) {
        this.clients = clients;
        this.workgroup = workgroup;
        this.access = new CloudAccess(workgroup.region(), null, null, null);
    }

    /**
     * Asks for it.
     *
     * @throws WauException INVALID_CONFIGURATION: refused, or there is no such workgroup; WAREHOUSE_FAILED: no answer
     */
    DatabaseLogin ask() {
        try {
            GetCredentialsResponse given = clients.of(
                            RedshiftServerlessClient.class, RedshiftServerlessClient::builder, access)
                    .getCredentials(request -> request.workgroupName(workgroup.name())
                            .dbName(workgroup.database())
                            .durationSeconds((int) VALID.toSeconds()));
            return new DatabaseLogin(
                    given.dbUser(), given.dbPassword(), given.expiration().minus(MARGIN));
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    private WauException failed(SdkException e) {
        String what = "Cannot log in to database '" + workgroup.database() + "' of workgroup '" + workgroup.name()
                + "' by IAM: " + AwsErrors.reason(e);
        return switch (AwsErrors.code(e)) {
            case "AccessDeniedException" ->
                new WauException(
                        ErrorCode.INVALID_CONFIGURATION,
                        what + " (allow redshift-serverless:GetCredentials on the workgroup)",
                        e);
            case "ResourceNotFoundException", "ValidationException" ->
                new WauException(
                        ErrorCode.INVALID_CONFIGURATION, what + " (check workgroup, account, region and database)", e);
            default -> new WauException(ErrorCode.WAREHOUSE_FAILED, what + " (try again)", e);
        };
    }
}
