package dev.wau.cli.demo;

import dev.wau.model.RejectReason;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What wau says it found and did, asked after the last run.
 *
 * @param content of the table
 * @param history of the load
 * @param reexports what became of the files that came again
 * @param withoutIpAddress from how many files a column {@code ipAddress} was removed
 * @param weeklyUsers active users by the week's Monday
 */
record Seen(
        Content content,
        History history,
        Reexports reexports,
        long withoutIpAddress,
        SortedMap<LocalDate, Long> weeklyUsers) {
    Seen {
        weeklyUsers = Collections.unmodifiableSortedMap(new TreeMap<>(weeklyUsers));
    }

    /**
     * Of {@code wau_audit_logs}.
     *
     * @param rows in all
     * @param otherCustomers rows whose cell named another customer than the owner
     * @param invoiceNumbers rows whose details took the place of the identifier
     * @param withoutIdentifier rows without any
     * @param lineBreaks rows with a line break in a cell
     * @param json rows with JSON in a cell
     * @param otherExporter rows from the other exporter's files
     * @param columns added for details
     * @param ipAddresses columns that look like one of IP addresses
     */
    record Content(
            long rows,
            long otherCustomers,
            long invoiceNumbers,
            long withoutIdentifier,
            long lineBreaks,
            long json,
            long otherExporter,
            long columns,
            long ipAddresses) {}

    /**
     * Of {@code wau_files} and {@code wau_rejects}.
     *
     * @param suppressed records that another file's row stands for
     * @param copies files
     * @param refused files
     * @param superseded file versions
     * @param rejects records by reason
     */
    record History(long suppressed, long copies, long refused, long superseded, Map<RejectReason, Long> rejects) {
        History {
            rejects = Collections.unmodifiableMap(new EnumMap<>(rejects));
        }

        long rejected() {
            return rejects.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Good records of re-exported files.
     *
     * @param before the re-export
     * @param after it
     */
    record Reexports(long before, long after) {}
}
