package dev.wau.proof.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file as its cells: written here without any code of the product. */
record ExportedFile(List<String> header, List<List<String>> rows) {

    /** The file's text; none at all without a header. */
    String text() {
        StringBuilder text = new StringBuilder();
        if (!header.isEmpty()) {
            text.append(line(header));
        }
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    /** The line on which each row begins. */
    List<Long> lines() {
        List<Long> lines = new ArrayList<>();
        long line = 1 + lineEnds(header);
        for (List<String> row : rows) {
            lines.add(line);
            line += lineEnds(row);
        }
        return lines;
    }

    private static long lineEnds(List<String> cells) {
        return line(cells).chars().filter(character -> character == '\n').count();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ExportedFile::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(character -> "\",\n".indexOf(character) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
