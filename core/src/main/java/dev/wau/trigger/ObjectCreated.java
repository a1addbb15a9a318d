package dev.wau.trigger;

import java.time.Instant;

/**
 * What an event tells: an object was written. Events are hints: they come twice, late, in any order or not at all.
 *
 * @param bucket its name
 * @param key as the store knows it, nothing encoded
 * @param created when it was written, by the store's clock
 */
public record ObjectCreated(String bucket, String key, Instant created) {}
