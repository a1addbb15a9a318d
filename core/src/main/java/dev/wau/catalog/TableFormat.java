package dev.wau.catalog;

import java.util.Map;

/**
 * How engines that read a table by its catalog entry take its files apart, in Hive's words.
 *
 * @param input the class that cuts files into records
 * @param output the class that would write them
 * @param reader the class that cuts records into cells: the SerDe
 * @param settings of that class
 */
public record TableFormat(String input, String output, String reader, Map<String, String> settings) {

    /** Cuts at every delimiter, whatever stands in quotes: what crawlers' built-in CSV classifier names. */
    public static final String LAZY_READER = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";

    private static final String TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat";
    private static final String TEXT_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

    /**
     * RFC 4180 as far as Hive knows it: quotes are understood, line breaks inside of them are not, cells are taken by
     * position. The escape is a character that no cell should hold: Hive takes its default for a backslash, and Trino, which
     * is Athena's engine, then drops the backslashes of all cells.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/csv-serde.html">AWS: Open CSV SerDe</a>
     */
    public static final TableFormat CSV = new TableFormat(
            TEXT_INPUT,
            TEXT_OUTPUT,
            "org.apache.hadoop.hive.serde2.OpenCSVSerde",
            Map.of("separatorChar", ",", "quoteChar", "\"", "escapeChar", "\u0001"));

    public TableFormat {
        settings = Map.copyOf(settings);
    }
}
