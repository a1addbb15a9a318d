package dev.wau.testing.redshift;

import java.io.Serial;

/** PostgreSQL's own error at something that the proxy does for a client. */
final class BackendRefusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Message error;

    BackendRefusal(Message error) {
        super("PostgreSQL refused it", null, false, false);
        this.error = error;
    }

    Message error() {
        return error;
    }
}
