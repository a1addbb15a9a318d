package dev.wau.proof.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads a source file as its records' cells by column, in plain Java that knows nothing of the product. */
final class ExportFile {

    private ExportFile() {}

    /** How often each record stands in the file: good ones only, by their canonical text. */
    static Map<String, Integer> records(Path file, String customer) throws IOException {
        Map<String, Integer> records = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<String> header = cells(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, String> record = record(header, cells(line));
                if (!"soon".equals(record.get("event_time"))) {
                    record.put("customer", customer);
                    records.merge(record.toString(), 1, Integer::sum);
                }
            }
        }
        return records;
    }

    private static Map<String, String> record(List<String> header, List<String> cells) {
        Map<String, String> record = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = column(header.get(i));
            if (!cells.get(i).isEmpty() && !name.equals("ip_address") && !name.equals("unique_identifier")) {
                record.put(name, cells.get(i));
            }
        }
        return record;
    }

    private static String column(String header) {
        return header.equals("timestamp")
                ? "event_time"
                : header.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** No cell of these tests holds a line end. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
