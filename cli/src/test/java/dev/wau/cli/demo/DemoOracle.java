package dev.wau.cli.demo;

import dev.wau.model.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a warehouse must hold of a folder of demo sources, worked out from the files alone, without the product's code
 * and without what the generator knows.
 */
final class DemoOracle {
    private static final int LONGEST_CELL = 1 << 20;

    private final Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
    private final Map<String, Map<LocalDate, Set<String>>> users = new TreeMap<>();
    private final Map<String, Long> rows = new TreeMap<>();
    private long records;
    private long repeated;
    private int copies;
    private int strangers;

    private DemoOracle() {}

    /** Reads {@code <sources>/<customer>/*.csv}. */
    static DemoOracle of(Path sources) {
        DemoOracle oracle = new DemoOracle();
        try (Stream<Path> customers = Files.list(sources)) {
            customers.sorted().forEach(oracle::customer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return oracle;
    }

    /** Rows of {@code wau_audit_logs}, by customer. */
    Map<String, Long> rows() {
        return rows;
    }

    long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Good records that another file's row stands for. */
    long repeated() {
        return repeated;
    }

    /** Records in files that are neither copies nor strangers. */
    long records() {
        return records;
    }

    Map<RejectReason, Long> rejects() {
        return rejects;
    }

    int copies() {
        return copies;
    }

    int strangers() {
        return strangers;
    }

    /** Active users of each week from Monday, UTC. */
    Map<LocalDate, Integer> weeklyUsers(String customer) {
        Map<LocalDate, Integer> counts = new TreeMap<>();
        users.getOrDefault(customer, Map.of()).forEach((week, active) -> counts.put(week, active.size()));
        return counts;
    }

    Map<LocalDate, Integer> weeklyUsers() {
        Map<LocalDate, Integer> counts = new TreeMap<>();
        for (String customer : users.keySet()) {
            weeklyUsers(customer).forEach((week, count) -> counts.merge(week, count, Integer::sum));
        }
        return counts;
    }

    private void customer(Path folder) {
        String name = folder.getFileName().toString();
        Map<Map<String, String>, Integer> most = new HashMap<>();
        Set<String> contents = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (contents.add(text)) {
                    Map<Map<String, String>, Integer> here = new HashMap<>();
                    file(name, text, here);
                    here.forEach((record, count) -> most.merge(record, count, Math::max));
                    repeated +=
                            here.values().stream().mapToLong(Integer::longValue).sum();
                } else {
                    copies++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long kept = most.values().stream().mapToLong(Integer::longValue).sum();
        rows.put(name, kept);
        repeated -= kept;
    }

    private void file(String customer, String text, Map<Map<String, String>, Integer> found) {
        Rules rules = customer.equals("nordwind") ? Rules.GERMAN : Rules.STANDARD;
        String[] header = text.substring(0, text.indexOf('\n')).split(String.valueOf(rules.delimiter), -1);
        if (!List.of(header).contains(rules.time)) {
            strangers++;
            return;
        }
        boolean[] first = {true};
        new PlainCsv(text, rules.delimiter).forEach((cells, bad) -> {
            if (first[0]) {
                first[0] = false;
                return;
            }
            records++;
            RejectReason reason = bad != null ? bad : take(customer, rules, header, cells, found);
            if (reason != null) {
                rejects.merge(reason, 1L, Long::sum);
            }
        });
    }

    private @Nullable RejectReason take(
            String customer,
            Rules rules,
            String[] header,
            List<String> cells,
            Map<Map<String, String>, Integer> found) {
        for (String cell : cells) {
            if (cell.length() > LONGEST_CELL) {
                return RejectReason.FIELD_TOO_LONG;
            }
            if (cell.indexOf('\0') >= 0) {
                return RejectReason.NUL_CHARACTER;
            }
            if (rules.utf8 && cell.chars().anyMatch(c -> c > 127) && !isUtf8(cell)) {
                return RejectReason.INVALID_UTF8;
            }
        }
        if (cells.size() != header.length) {
            return RejectReason.WRONG_FIELD_COUNT;
        }
        Map<String, String> record = new TreeMap<>();
        for (int i = 0; i < header.length; i++) {
            if (!cells.get(i).isEmpty()) {
                record.put(header[i], cells.get(i));
            }
        }
        return take(customer, rules, record, found);
    }

    private @Nullable RejectReason take(
            String customer, Rules rules, Map<String, String> record, Map<Map<String, String>, Integer> found) {
        String time = record.get(rules.time);
        if (time == null) {
            return RejectReason.MISSING_TIME;
        }
        if (!record.containsKey(rules.event)) {
            return RejectReason.MISSING_EVENT;
        }
        LocalDate week = rules.week(time);
        if (week == null) {
            return RejectReason.BAD_TIME;
        }
        record.remove("ipAddress");
        record.remove(rules.identifier);
        record.remove("customer", customer);
        found.merge(record, 1, Integer::sum);
        String user = record.get(rules.user);
        if (user != null) {
            users.computeIfAbsent(customer, name -> new TreeMap<>())
                    .computeIfAbsent(week, monday -> new HashSet<>())
                    .add(user);
        }
        return null;
    }

    private static boolean isUtf8(String bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What the oracle knows of the two exporters. */
    private record Rules(
            char delimiter,
            boolean utf8,
            String time,
            String event,
            String user,
            String identifier,
            DateTimeFormatter format,
            ZoneId zone) {
        private static final Rules STANDARD = new Rules(
                ',',
                true,
                "timestamp",
                "event",
                "userId",
                "unique_identifier",
                strict("uuuu-MM-dd HH:mm:ss"),
                ZoneOffset.UTC);
        private static final Rules GERMAN = new Rules(
                ';',
                false,
                "Zeitpunkt",
                "Aktion",
                "Benutzer",
                "Kennung",
                strict("dd.MM.uuuu HH:mm:ss"),
                ZoneId.of("Europe/Berlin"));

        @Nullable
        LocalDate week(String time) {
            try {
                LocalDateTime local = LocalDateTime.parse(time, format);
                if (zone.getRules().getValidOffsets(local).isEmpty()) {
                    return null;
                }
                return local.atZone(zone)
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            } catch (DateTimeException e) {
                return null;
            }
        }

        private static DateTimeFormatter strict(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        }
    }
}
