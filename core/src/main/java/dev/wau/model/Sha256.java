package dev.wau.model;

import java.util.regex.Pattern;

/**
 * The SHA-256 of an object's bytes: with its key, the identity of a file version.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    private static final Pattern VALID = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!VALID.matcher(hex).matches()) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT, "Invalid SHA-256: '" + hex + "' (64 lower-case hexadecimal digits)");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
