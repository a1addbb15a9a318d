package dev.wau.model;

/**
 * A file version's number in one warehouse: {@code file_id} of {@code wau_files}, {@code wau_audit_logs} and {@code
 * wau_rejects}. It is the lineage of a row; it says nothing across warehouses.
 *
 * @param value from 1 up
 */
public record FileId(long value) implements Comparable<FileId> {

    public FileId {
        if (value < 1) {
            throw new WauException(ErrorCode.INVALID_ARGUMENT, "Invalid file id: " + value + " (from 1 up)");
        }
    }

    @Override
    public int compareTo(FileId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
