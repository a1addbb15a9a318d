package dev.wau.trigger;

import dev.wau.model.ObjectKey;
import java.time.Instant;

/**
 * A completion marker as it was written at one time. A manifest's name is used once; a plain marker, such as
 * {@code token/done.txt}, may be written again for each batch, and then it is another marker.
 *
 * @param key where it stands in the central bucket
 * @param created when it was written, by the store's clock
 */
public record Marker(ObjectKey key, Instant created) {}
