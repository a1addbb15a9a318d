package dev.wau.benchmark.data;

import dev.wau.benchmark.data.Column.Content;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes the records of one file, source or central. Used by one thread. */
final class Records {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);
    private static final long MOST_SECONDS = 2L * 365 * 86_400;
    private static final double SECONDS_BETWEEN = 40;
    private static final int USERS = 2_000;

    private final Shape shape;
    private final DataFile file;
    private final Content[] contents;
    private final int[] numbers;
    private final byte[] customer;
    private final double between;
    private final double start;
    private final ByteText day = new ByteText();
    private long dayWritten = -1;

    Records(Shape shape, DataFile file, List<Column> columns) {
        this.shape = shape;
        this.file = file;
        this.contents = columns.stream().map(Column::content).toArray(Content[]::new);
        this.numbers = columns.stream().mapToInt(Column::number).toArray();
        this.customer = file.customer().getBytes(StandardCharsets.UTF_8);
        int windows = (shape.files() + shape.customers() - 1) / shape.customers();
        this.between = Math.min(SECONDS_BETWEEN, (double) MOST_SECONDS / ((long) shape.records() * windows));
        this.start = (double) file.window() * shape.records() * between;
    }

    /** Appends the record of this number. */
    void write(int number, ByteText out) {
        // Of two equal records only the identifier differs.
        boolean again = shape.repeats() > 0 && number % shape.repeats() == shape.repeats() - 1 && number > 0;
        int event = again ? number - 1 : number;
        long dice = mix(shape.seed() + file.number() * 0x9E3779B97F4A7C15L + event);
        for (int i = 0; i < contents.length; i++) {
            if (i > 0) {
                out.add(',');
            }
            cell(contents[i], numbers[i], event, number, dice, out);
        }
        out.add('\n');
    }

    private void cell(Content content, int column, int event, int number, long dice, ByteText out) {
        switch (content) {
            case TIME -> time(second(event), out);
            case EVENT -> out.add(one(Texts.EVENTS, dice));
            case USER -> user(dice, out);
            case AGENT -> out.add(one(Texts.AGENTS, dice >>> 20));
            case ADDRESS -> address(dice, out);
            case IDENTIFIER -> identifier(number, out);
            case CUSTOMER -> out.add(customer);
            case DOCUMENT -> document(dice, out);
            case TITLE -> out.add(one(Texts.TITLES, dice >>> 30));
            case QUERY -> out.add(one(Texts.QUERIES, dice >>> 30));
            case RESULTS -> out.number((dice >>> 40) & 63, 1);
            case METHOD -> out.add(one(Texts.METHODS, dice >>> 35));
            case CHANGES -> out.add(one(Texts.CHANGES, dice >>> 25));
            case DETAIL -> out.add(one(Texts.DETAILS, mix(dice + column)));
        }
    }

    private static byte[] one(byte[][] texts, long dice) {
        return texts[(int) (((dice & 0xFFFFF) * texts.length) >>> 20)];
    }

    private long second(int event) {
        return (long) (start + event * between);
    }

    Instant time(int event) {
        return FIRST_DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant().plusSeconds(second(event));
    }

    private void time(long second, ByteText out) {
        if (second / 86_400 != dayWritten) {
            dayWritten = second / 86_400;
            day.clear();
            day.add(FIRST_DAY.plusDays(dayWritten).toString().getBytes(StandardCharsets.US_ASCII));
            day.add(' ');
        }
        long rest = second % 86_400;
        for (int i = 0; i < day.size(); i++) {
            out.add((char) day.bytes()[i]);
        }
        out.number(rest / 3600, 2);
        out.add(':');
        out.number(rest / 60 % 60, 2);
        out.add(':');
        out.number(rest % 60, 2);
    }

    private static void user(long dice, ByteText out) {
        out.add('u');
        out.number(((((dice >>> 10) & 0xFFFFF) * USERS) >>> 20) + 10_000, 5);
    }

    private static void document(long dice, ByteText out) {
        if ((dice & 3) != 0) {
            out.add('d');
            out.hex(dice >>> 8, 6);
        }
    }

    private static void address(long dice, ByteText out) {
        out.add('1');
        out.add('0');
        for (int shift = 0; shift < 24; shift += 8) {
            out.add('.');
            out.number((dice >>> shift) & 255, 1);
        }
    }

    /** Fresh at every export, as the exporter's is: a random UUID. */
    private void identifier(int number, ByteText out) {
        long high = mix(shape.seed() * 31 + ((long) file.number() << 32) + number);
        long low = mix(high);
        out.hex(high >>> 32, 8);
        out.add('-');
        out.hex(high >>> 16, 4);
        out.add('-');
        out.hex((high & 0xFFF) | 0x4000, 4);
        out.add('-');
        out.hex(((low >>> 48) & 0x3FFF) | 0x8000, 4);
        out.add('-');
        out.hex(low, 12);
    }

    /** SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014. */
    private static long mix(long seed) {
        long mixed = seed + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
