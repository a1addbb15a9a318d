package dev.wau.csv;

/**
 * The encodings the reader knows. A byte order mark is skipped, and decides: a file that starts with one is read in the
 * mark's encoding whatever is configured.
 */
public enum Encoding {
    UTF_8("utf-8"),
    UTF_16LE("utf-16le"),
    UTF_16BE("utf-16be"),
    /** The byte order mark decides; big endian without one (RFC 2781). */
    UTF_16("utf-16"),
    ISO_8859_1("iso-8859-1"),
    WINDOWS_1252("windows-1252");

    private final String label;

    Encoding(String label) {
        this.label = label;
    }

    /** The name in {@code wau.yaml}. */
    public String label() {
        return label;
    }
}
