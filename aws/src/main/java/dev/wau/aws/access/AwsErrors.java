package dev.wau.aws.access;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Says what AWS refused, in AWS's own words. Decisions go by {@link #code}, never by these words. Thread-safe. */
public final class AwsErrors {

    private AwsErrors() {}

    /** The service's code, such as {@code AccessDeniedException}; empty if no service answered. */
    public static String code(SdkException error) {
        AwsErrorDetails details = details(error);
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    /**
     * What went wrong: the service's message, its code and the request's id, by which AWS finds it; where no service
     * answered, the SDK's, or the host that isn't there. No full stop.
     */
    public static String reason(SdkException error) {
        AwsErrorDetails details = details(error);
        if (!(error instanceof AwsServiceException service) || details == null) {
            return unknownHost(error)
                    .map(host -> "there is no host " + host + " (region and endpoint say which)")
                    .orElseGet(() -> withoutStop(String.valueOf(error.getMessage())));
        }
        String words = details.errorMessage() == null ? "no message" : details.errorMessage();
        String id = service.requestId() == null ? "" : ", request " + service.requestId();
        return withoutStop(words) + " (" + code(error) + id + ")";
    }

    /**
     * STORE_FAILED for a call that failed at a place. Where it failed because the place's role could not be taken on, it
     * says so, and what to check.
     *
     * @param action such as {@code read log group /app}
     * @param advice a sentence on what to do; empty for none
     */
    public static WauException failed(String action, CloudAccess access, SdkException error, String advice) {
        String rest = advice.isEmpty() ? "" : ". " + advice;
        return roleRefused(action, access, error)
                .orElseGet(() -> new WauException(
                        ErrorCode.STORE_FAILED, "Cannot " + action + ": " + reason(error) + rest, error));
    }

    /** The same if it failed because the place's role could not be taken on; else empty. */
    public static Optional<WauException> roleRefused(String action, CloudAccess access, SdkException error) {
        if (!(error instanceof StsException) || access.role() == null) {
            return Optional.empty();
        }
        return Optional.of(new WauException(
                ErrorCode.STORE_FAILED,
                "Cannot " + action + ": the role " + access.role() + " can't be taken on: " + reason(error)
                        + ". Check that the role exists, that its trust policy allows this program's principal, and"
                        + " that external-id is the one that the policy asks for.",
                error));
    }

    private static Optional<String> unknownHost(SdkException error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException unknown) {
                return Optional.of(String.valueOf(unknown.getMessage()).split(":", 2)[0]);
            }
        }
        return Optional.empty();
    }

    private static @Nullable AwsErrorDetails details(SdkException error) {
        return error instanceof AwsServiceException service ? service.awsErrorDetails() : null;
    }

    private static String withoutStop(String words) {
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
