package dev.wau.spark.engine;

import dev.wau.warehouse.parts.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@link PartsJob} said. */
record PartsReport(List<List<String>> lines) {

    static PartsReport read(Path file) throws IOException {
        return new PartsReport(Files.readAllLines(file).stream()
                .map(line -> List.of(line.split("\t")))
                .toList());
    }

    /** Parts of a kind: {@code rows} or {@code rejects}. */
    List<Part> parts(String kind) {
        return lines.stream()
                .filter(line -> line.get(0).equals(kind))
                .map(line -> new Part(line.get(1), Long.parseLong(line.get(2)), Long.parseLong(line.get(3))))
                .toList();
    }

    /** The line of each file. */
    List<String> outcomes() {
        return lines.stream()
                .filter(line -> line.get(0).equals("outcome"))
                .map(line -> line.get(1))
                .toList();
    }

    /** The code and message of the error it ended with; none, none. */
    List<String> error() {
        return lines.stream()
                .filter(line -> line.get(0).equals("error"))
                .findFirst()
                .map(line -> line.subList(1, 3))
                .orElse(List.of());
    }
}
