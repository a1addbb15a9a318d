package dev.wau.aws.glue;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.glue.model.AccessDeniedException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.OperationTimeoutException;

/** Glue's errors in the product's words. Thread-safe. */
final class GlueErrors {

    private static final int SERVER_ERROR = 500;

    private final String job;

    GlueErrors(String job) {
        this.job = job;
    }

    /**
     * Makes a request.
     *
     * @param doing what the caller is about, as it stands after "Cannot"
     */
    <T> T call(String doing, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw of(doing, e);
        }
    }

    WauException of(String doing, SdkException e) {
        if (e instanceof EntityNotFoundException) {
            return new WauException(
                    ErrorCode.NOT_FOUND,
                    "Cannot " + doing + ": Glue says: " + e.getMessage() + " (check the name of job '" + job
                            + "', the account and the region; Glue forgets runs after 90 days or more)",
                    e);
        }
        if (e instanceof AccessDeniedException) {
            return new WauException(
                    ErrorCode.ENGINE_FAILED,
                    "Cannot " + doing + ": Glue says: " + e.getMessage()
                            + " (allow glue:StartJobRun, glue:GetJobRun, glue:GetJobRuns and glue:BatchStopJobRun on job '"
                            + job + "')",
                    e);
        }
        return new WauException(
                ErrorCode.ENGINE_FAILED,
                "Cannot " + doing + " of Glue job '" + job + "': " + e.getMessage() + " (try again)",
                e);
    }

    /**
     * Whether the request may have been carried out all the same: its reply is lost, or says that Glue itself doesn't
     * know.
     */
    static boolean isUnknown(SdkException e) {
        return !(e instanceof SdkServiceException answer)
                || answer.statusCode() >= SERVER_ERROR
                || e instanceof OperationTimeoutException;
    }
}
