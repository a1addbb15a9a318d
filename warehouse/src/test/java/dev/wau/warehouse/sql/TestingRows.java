package dev.wau.warehouse.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a few rows at a time, as text that sorts by line. */
final class TestingRows implements RowTarget {

    private final List<String> rows = new ArrayList<>();
    private final StringBuilder row = new StringBuilder();

    @Override
    public boolean isFull() {
        return rows.size() == 7;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void moveTo(List<String> target) {
        target.addAll(rows);
        rows.clear();
    }

    @Override
    public void begin(FileToFeed file, long line, long micros, long hashHigh, long hashLow) {
        row.setLength(0);
        row.append("%07d %d %d %d %d".formatted(line, file.file().id().value(), micros, hashHigh, hashLow));
    }

    @Override
    public void text(int column, byte[] source, int start, int length) {
        row.append(' ').append(column).append('=').append(new String(source, start, length, StandardCharsets.UTF_8));
    }

    @Override
    public void details(byte[] source, int length) {
        text(-1, source, 0, length);
    }

    @Override
    public void end() {
        rows.add(row.toString());
    }
}
