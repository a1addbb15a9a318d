package dev.wau.testing.aws;

/** An error as Glue answers it. */
final class GlueError extends RuntimeException {

    private final int status;
    private final String type;

    GlueError(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static GlueError invalid(String type, String message) {
        return new GlueError(400, type, message);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
