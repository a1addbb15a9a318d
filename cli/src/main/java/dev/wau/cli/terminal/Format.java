package dev.wau.cli.terminal;

/** How results are printed. */
public enum Format {
    /** For a person. */
    TABLE,
    /** For a spreadsheet: {@link CsvOutput}. */
    CSV,
    /** For a program: {@link JsonOutput}. */
    JSON
}
