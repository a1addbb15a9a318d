package dev.wau.catalog.schema;

import java.util.List;
import java.util.Map;

/**
 * The columns that the files have together.
 *
 * @param crawled what was looked at
 * @param columns those of the most frequent header first, in its order; the others by the order in which they were met
 * @param layouts how many different headers there are; beyond 1,000 they aren't told apart
 * @param inOrder of how many files the header is the beginning of this order: a reader that goes by position reads those right
 * @param headers how many files have which, as far as they are told apart
 */
public record FilesSchema(
        CrawledFiles crawled, List<ColumnSchema> columns, long layouts, long inOrder, Map<List<String>, Long> headers) {

    public FilesSchema {
        columns = List.copyOf(columns);
        headers = Map.copyOf(headers);
    }
}
