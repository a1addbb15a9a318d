package dev.wau.benchmark.data;

/**
 * A column of a file.
 *
 * @param name in the header
 * @param content what stands in its cells
 * @param number tells columns of one content apart
 */
public record Column(String name, Content content, int number) {

    /** What stands in a cell. */
    public enum Content {
        TIME,
        EVENT,
        USER,
        AGENT,
        ADDRESS,
        IDENTIFIER,
        CUSTOMER,
        DOCUMENT,
        TITLE,
        QUERY,
        RESULTS,
        METHOD,
        CHANGES,
        DETAIL
    }

    Column(String name, Content content) {
        this(name, content, 0);
    }
}
