package dev.wau.model;

import java.util.UUID;

/**
 * Names one load run. Random, so that two runs of one batch differ, and known before the run's transaction begins, so
 * that an unknown commit can be looked up by it.
 *
 * @param value 1 to 100 characters
 */
public record RunId(String value) {

    public RunId {
        if (value.isEmpty() || value.length() > 100) {
            throw new WauException(ErrorCode.INVALID_ARGUMENT, "Invalid run id: '" + value + "' (1 to 100 characters)");
        }
    }

    /** A new run's id. */
    public static RunId random() {
        return new RunId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
