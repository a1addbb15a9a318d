package dev.wau.catalog.schema;

import java.util.List;
import java.util.Map;

/**
 * The columns that the files have together.
 *
 * @param crawled what was looked at
 * @param columns those of the most frequent header first, in its order; the others by the order in which they were met
 * @param layouts how many different headers there are; beyond {@link #MOST_LAYOUTS} they aren't counted
 * @param inOrder of how many files the header is the beginning of this order: a reader that goes by position reads those right
 * @param headers how many files have which, of the first 1,000 headers
 */
public record FilesSchema(
        CrawledFiles crawled, List<ColumnSchema> columns, long layouts, long inOrder, Map<List<String>, Long> headers) {

    /** So many headers at least are counted. */
    public static final int MOST_LAYOUTS = 100_000;

    public FilesSchema {
        columns = List.copyOf(columns);
        headers = Map.copyOf(headers);
    }
}
