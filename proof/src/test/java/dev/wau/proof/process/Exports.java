package dev.wau.proof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Customers' folders that change as an exporter changes them: seeded, so that a failure comes again. */
public final class Exports {

    /** The customers. */
    public static final List<String> CUSTOMERS = List.of("acme", "globex", "initech");

    private final Path folder;
    private final Random random;
    private final int records;
    private final Map<String, List<Map<String, String>>> files = new TreeMap<>();
    private final Map<String, byte[]> before = new HashMap<>();
    private int number;

    /**
     * Exports under a folder.
     *
     * @param records of a file
     */
    public Exports(Path folder, Random random, int records) {
        this.folder = folder;
        this.random = random;
        this.records = records;
    }

    /** The folder of all customers. */
    public Path folder() {
        return folder;
    }

    /** The files that stand there: {@code acme/acme-0001.csv}. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** A first file for each customer. */
    public void begin() {
        CUSTOMERS.forEach(customer -> write(newName(customer), events(records)));
    }

    /** One to three random changes. */
    public void change() {
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            switch (random.nextInt(6)) {
                case 0 -> write(newName(anyCustomer()), events(records));
                case 1, 2 -> overlap();
                case 3, 4 -> copy();
                default -> takeBack();
            }
        }
        // Always something that changed, and something new, so that each round has its one marker.
        exportAgain();
        write(newName(anyCustomer()), events(records / 4));
    }

    /** A file grows by one event, in place. */
    public void append(String name) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(name));
            Files.writeString(folder.resolve(name), lines.get(lines.size() - 2) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file goes away. */
    public void remove(String name) {
        try {
            Files.delete(folder.resolve(name));
            files.remove(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String any() {
        return names().get(random.nextInt(files.size()));
    }

    private String anyCustomer() {
        return CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
    }

    private String newName(String customer) {
        return String.format(java.util.Locale.ROOT, "%s/%s-%04d.csv", customer, customer, ++number);
    }

    private void overlap() {
        String other = any();
        List<Map<String, String>> events = new ArrayList<>(some(other));
        events.addAll(events(records / 2));
        write(newName(other.substring(0, other.indexOf('/'))), events);
    }

    private void exportAgain() {
        String name = any();
        List<Map<String, String>> events = new ArrayList<>(some(name));
        events.addAll(events(records / 4));
        write(name, events);
    }

    private List<Map<String, String>> some(String name) {
        return files.getOrDefault(name, List.of()).stream()
                .filter(event -> random.nextInt(3) > 0)
                .toList();
    }

    private void copy() {
        String name = any();
        String copy = newName(name.substring(0, name.indexOf('/')));
        files.put(copy, files.getOrDefault(name, List.of()));
        put(copy, bytes(name));
    }

    /** An earlier content comes back under its name. */
    private void takeBack() {
        String name = any();
        byte[] earlier = before.get(name);
        if (earlier != null) {
            put(name, earlier);
        }
    }

    private List<Map<String, String>> events(int count) {
        List<Map<String, String>> events = new ArrayList<>();
        int day = random.nextInt(28);
        for (int i = 0; i < count; i++) {
            Map<String, String> event = new LinkedHashMap<>();
            event.put("timestamp", i % 500 == 499 ? "soon" : time(day, random.nextInt(86_400)));
            event.put("event", "event-" + random.nextInt(12));
            event.put("userAgent", "Mozilla/5.0 (\"" + random.nextInt(9) + "\", like Gecko)");
            event.put("userId", "u" + random.nextInt(400));
            event.put("ipAddress", "10.0.0." + random.nextInt(200));
            event.put("detail", random.nextInt(4) == 0 ? "" : "d" + random.nextInt(50));
            events.add(event);
        }
        return events;
    }

    private static String time(int day, int second) {
        return String.format(
                java.util.Locale.ROOT,
                "2025-03-%02d %02d:%02d:%02d",
                day + 1,
                second / 3600,
                second / 60 % 60,
                second % 60);
    }

    private void write(String name, List<Map<String, String>> events) {
        List<String> columns =
                new ArrayList<>(List.of("timestamp", "event", "userAgent", "userId", "ipAddress", "detail"));
        Collections.shuffle(columns, random);
        StringBuilder text = new StringBuilder(String.join(",", columns)).append(",unique_identifier\n");
        for (Map<String, String> event : events) {
            for (String column : columns) {
                text.append('"')
                        .append(event.getOrDefault(column, "").replace("\"", "\"\""))
                        .append("\",");
            }
            text.append(new UUID(random.nextLong(), random.nextLong())).append('\n');
        }
        if (files.containsKey(name)) {
            before.put(name, bytes(name));
        }
        files.put(name, events);
        put(name, text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
