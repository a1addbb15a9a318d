package dev.wau.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query gave.
 *
 * @param columns names, in order
 * @param rows values as {@link Number}, {@link Boolean}, {@link String} or null; times as ISO 8601 text in UTC
 * @param more whether rows beyond the limit were left out
 */
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows, boolean more) {}
