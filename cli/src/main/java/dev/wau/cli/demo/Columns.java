package dev.wau.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One file's columns: the union of its events' keys, in no order.
 *
 * @param keys in the file's order
 * @param format of the file
 */
record Columns(List<Key> keys, ExportFormat format) {
    Columns {
        keys = List.copyOf(keys);
    }

    /** The columns for these keys, shuffled. */
    static Columns shuffled(long set, ExportFormat format, Dice dice) {
        List<Key> keys = new ArrayList<>();
        for (Key key : Key.values()) {
            if (key.in(set)) {
                keys.add(dice.at(keys.size()).below(keys.size() + 1), key);
            }
        }
        return new Columns(keys, format);
    }

    int count() {
        return keys.size();
    }

    Key key(int index) {
        return keys.get(index);
    }

    /** The header's names, joined. */
    String header() {
        return keys.stream().map(format::header).collect(Collectors.joining(String.valueOf(format.delimiter())));
    }

    void writeHeader(CsvBytes out) {
        keys.forEach(key -> out.cell(format.header(key)));
        out.endRecord();
    }
}
