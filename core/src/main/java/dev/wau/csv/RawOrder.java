package dev.wau.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Orders names by their UTF-8 bytes: the same everywhere, whatever the locale. */
final class RawOrder {

    private RawOrder() {}

    static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
