package dev.wau.aws.access;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The program's own credentials. Where there are none, the SDK tells of each of the seven places it looked at; this says
 * what to do, and leaves that as the cause. Thread-safe as what it asks is.
 */
record OwnCredentials(AwsCredentialsProvider found) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return found.resolveCredentials();
        } catch (SdkClientException e) {
            throw SdkClientException.create(
                    "no AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
                            + " run where a role is attached (--debug shows where they were looked for)",
                    e);
        }
    }
}
