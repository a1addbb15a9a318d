package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one place where what the SDK throws becomes the product's errors: by code and status, never by text. */
final class S3Errors {

    private static final String REGION = "x-amz-bucket-region";

    private S3Errors() {}

    /** The HTTP status of a reply that is an error, or 0 where there was none. */
    static int status(SdkException e) {
        return e instanceof AwsServiceException service ? service.statusCode() : 0;
    }

    /** Whether the request may have been carried out although its reply says otherwise, or never came. */
    static boolean isUnknown(SdkException e) {
        int status = status(e);
        return status == 0 || (status >= 500 && status != 501);
    }

    /**
     * What failed, where, in AWS's own words, and what to do.
     *
     * @param object as messages name it
     */
    static WauException of(S3Action action, String object, SdkException e) {
        ErrorCode code = switch (code(e)) {
            case "NoSuchKey", "NoSuchVersion" -> ErrorCode.NOT_FOUND;
            case "PreconditionFailed" -> ErrorCode.OBJECT_CHANGED;
            default -> ErrorCode.STORE_FAILED;
        };
        return new WauException(
                code, "Cannot " + action.verb() + " " + object + ": " + words(e) + advice(action, e), e);
    }

    private static String words(SdkException e) {
        if (!(e instanceof AwsServiceException service)) {
            return said(e.getMessage());
        }
        String text = service.awsErrorDetails() == null
                ? null
                : service.awsErrorDetails().errorMessage();
        String request = service.requestId() == null ? "" : ", request " + service.requestId();
        return code(e) + ", status " + service.statusCode() + request + ": " + said(text);
    }

    private static String said(@Nullable String text) {
        String words = text == null || text.isBlank() ? "no reason given" : text.strip();
        return words.endsWith(".") ? words : words + ".";
    }

    /** S3's error code; a reply to HEAD has none, so its status stands for one. */
    private static String code(SdkException e) {
        if (!(e instanceof AwsServiceException service)) {
            return "";
        }
        AwsErrorDetails details = service.awsErrorDetails();
        if (details != null && details.errorCode() != null) {
            return details.errorCode();
        }
        return switch (service.statusCode()) {
            case 301, 307 -> "PermanentRedirect";
            case 400 -> "BadRequest";
            case 403 -> "Forbidden";
            case 404 -> "NoSuchKey";
            case 412 -> "PreconditionFailed";
            case 503 -> "SlowDown";
            default -> "Error";
        };
    }

    private static String advice(S3Action action, SdkException e) {
        String advice = e instanceof AwsServiceException service ? advice(action, service) : advice(e);
        return advice.isEmpty() ? "" : " " + advice;
    }

    private static String advice(S3Action action, AwsServiceException e) {
        String code = code(e);
        if (code.startsWith("KMS.")) {
            return "Allow kms:GenerateDataKey and kms:Decrypt on the bucket's KMS key, and see that it is enabled.";
        }
        return switch (code) {
            case "AccessDenied", "AllAccessDisabled" -> allow(action);
            case "Forbidden" -> allow(action) + " A wrong secret or clock is refused in the same way here.";
            case "BadRequest" -> "Renew the credentials, and check the region.";
            case "NoSuchBucket" -> "Make the bucket, or correct its name.";
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken" ->
                "Correct the access key and its secret.";
            case "ExpiredToken", "TokenRefreshRequired" -> "Renew the credentials: they have expired.";
            case "RequestTimeTooSkewed", "RequestExpired" -> "Set this machine's clock.";
            case "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException" -> region(e);
            case "SlowDown", "ServiceUnavailable", "InternalError", "RequestTimeout" ->
                "It was tried " + Math.max(1, e.numAttempts()) + " times. Run again later, or with fewer at once.";
            case "BadDigest", "InvalidDigest", "XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch" ->
                "It arrived damaged, and nothing was stored. Run again.";
            case "InvalidObjectState" -> "Restore the object from the archive.";
            case "NotImplemented" -> missing(action);
            default -> "";
        };
    }

    private static String allow(S3Action action) {
        return "Allow " + action.permission()
                + " to these credentials; where another account owns the bucket, in the bucket's policy too.";
    }

    private static String missing(S3Action action) {
        return action == S3Action.CREATE || action == S3Action.HOLD
                ? "Use a service that knows conditional writes (If-None-Match, If-Match): without them two runs"
                        + " could write one object."
                : "";
    }

    private static String region(AwsServiceException e) {
        return e.awsErrorDetails() == null || e.awsErrorDetails().sdkHttpResponse() == null
                ? "Set the bucket's region."
                : e.awsErrorDetails()
                        .sdkHttpResponse()
                        .firstMatchingHeader(REGION)
                        .map(region -> "Set the bucket's region: " + region + ".")
                        .orElse("Set the bucket's region.");
    }

    private static String advice(SdkException e) {
        if (e instanceof ApiCallTimeoutException) {
            return "Run again, or allow more time.";
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "Correct the region or the endpoint: there is no such host.";
            }
            if (cause instanceof ConnectException) {
                return "Check the endpoint and the way to it: nobody answers there.";
            }
            if (cause instanceof SocketTimeoutException) {
                return "Check the network, and run again.";
            }
            if (cause instanceof SSLException) {
                return "Check the endpoint's certificate, and any proxy between.";
            }
        }
        return "";
    }
}
