package dev.wau.aws.logs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when on a log group has events.
 *
 * @param created when it was made
 * @param retention how long it keeps an event; null: for ever
 */
record GroupLife(Instant created, @Nullable Duration retention) {}
