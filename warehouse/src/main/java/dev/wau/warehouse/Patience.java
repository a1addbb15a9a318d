package dev.wau.warehouse;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long to wait while another process holds a warehouse.
 *
 * @param longest zero for not at all
 * @param waiting is told once waiting has lasted a second, and again when another process is the holder then: {@code
 *     "waiting for the warehouse: process 123 holds it"}
 */
public record Patience(Duration longest, Consumer<String> waiting) {

    /** What lasts less is nothing to tell anybody. */
    public static final Duration TOLD_AFTER = Duration.ofSeconds(1);

    /** So long, in silence. */
    public static Patience of(Duration longest) {
        return new Patience(longest, told -> {});
    }
}
