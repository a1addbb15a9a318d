package dev.wau.collect;

import java.time.Instant;

/**
 * One file of a source.
 *
 * @param name its name inside the source: a relative path with {@code /}
 * @param bytes its size as stored; 0 if it is made while it is read, so that nobody knows before; -1 if it is gone
 * @param modified when it was written
 * @param version the source's own mark of its version; another mark means: look at it again
 */
public record SourceFile(String name, long bytes, Instant modified, String version) {}
