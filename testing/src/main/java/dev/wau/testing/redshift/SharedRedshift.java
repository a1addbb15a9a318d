package dev.wau.testing.redshift;

import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One stand-in and the S3 that it reads, for all tests of this process: started when first asked for, they end with it. Each
 * test asks for databases and buckets of its own. Thread-safe.
 */
public final class SharedRedshift {

    private static final S3Server S3;
    private static final RedshiftStandIn STAND_IN;

    static {
        try {
            S3 = S3Server.start();
            STAND_IN = RedshiftStandIn.start(S3.uri());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SharedRedshift() {}

    /** The stand-in. */
    public static RedshiftStandIn standIn() {
        return STAND_IN;
    }

    /** The S3 that it reads. */
    public static S3Server s3() {
        return S3;
    }
}
