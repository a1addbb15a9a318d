package dev.wau.csv;

import java.io.Serializable;
import java.util.List;

/**
 * A file's columns by name: made once per file from its header, so that columns may come in any order and differ from
 * file to file.
 *
 * @param columns in the file's order
 */
public record FileLayout(List<FileColumn> columns) implements Serializable {

    public FileLayout {
        columns = List.copyOf(columns);
    }

    /** The header as the file writes it. */
    public List<String> header() {
        return columns.stream().map(FileColumn::name).toList();
    }
}
