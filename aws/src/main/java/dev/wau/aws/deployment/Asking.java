package dev.wau.aws.deployment;

import dev.wau.aws.access.AwsErrors;
import dev.wau.check.Checks;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Asks AWS on behalf of a check. A right to look that is missing is a note, and says which: the deployment may work without
 * it. Used by one thread.
 */
final class Asking {

    private static final Set<String> REFUSED =
            Set.of("AccessDenied", "AccessDeniedException", "AuthorizationError", "UnauthorizedOperation");
    private static final int FORBIDDEN = 403;
    private static final int NOT_IMPLEMENTED = 501;

    private final Checks checks;

    Asking(Checks checks) {
        this.checks = checks;
    }

    /** Where results go. */
    Checks checks() {
        return checks;
    }

    /**
     * Makes a request; where it fails, that is the check's result.
     *
     * @param name of the check
     * @param right that the request needs
     */
    <T> Optional<T> ask(String name, String right, Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (SdkException e) {
            failed(name, right, e);
            return Optional.empty();
        }
    }

    /** Makes a failed request the check's result. */
    void failed(String name, String right, SdkException e) {
        if (isRefused(e)) {
            checks.note(
                    name,
                    "it may not be looked at: " + AwsErrors.reason(e),
                    "allow " + right + " to these credentials, if the doctor shall look");
        } else {
            checks.wrong(
                    name,
                    "it cannot be looked at: " + AwsErrors.reason(e),
                    "mend what AWS names there (region, credentials, network), and run 'wau doctor' again");
        }
    }

    /** Whether a right is missing. The reply to HEAD has no code, so its status stands for one. */
    static boolean isRefused(SdkException e) {
        String code = AwsErrors.code(e);
        return REFUSED.contains(code)
                || (status(e) == FORBIDDEN && (code.isEmpty() || code.equals(String.valueOf(FORBIDDEN))));
    }

    /** Whether the service has no such thing: S3-compatible ones have few of S3's settings. */
    static boolean isUnknown(SdkException e) {
        return status(e) == NOT_IMPLEMENTED || AwsErrors.code(e).equals("NotImplemented");
    }

    /** The HTTP status of a reply that is an error, or 0 where there was none. */
    static int status(SdkException e) {
        return e instanceof AwsServiceException service ? service.statusCode() : 0;
    }
}
