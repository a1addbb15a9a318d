package dev.wau.lambda;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.Map;

/** A function's environment variables. */
final class Variables {

    private Variables() {}

    /**
     * The variable's value.
     *
     * @param what it says, for the message
     * @throws WauException INVALID_CONFIGURATION: it isn't set
     */
    static String required(Map<String, String> environment, String name, String what) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot start: the environment variable " + name + " is not set (" + what + ")");
        }
        return value;
    }
}
