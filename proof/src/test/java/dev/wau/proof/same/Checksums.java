package dev.wau.proof.same;

import dev.wau.load.Warehouse;
import dev.wau.testing.load.TableContents;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/** A table's rows by customer, in any order: how many, and the sum of their digests. */
final class Checksums {

    private final MessageDigest digest;
    private final Map<String, Checksum> customers = new TreeMap<>();

    private Checksums() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record Checksum(long rows, BigInteger sum) {

        Checksum plus(Checksum other) {
            return new Checksum(rows + other.rows, sum.add(other.sum));
        }
    }

    static Map<String, Checksum> of(Warehouse warehouse) {
        Checksums checksums = new Checksums();
        TableContents.each(warehouse, checksums::add);
        return checksums.customers;
    }

    private void add(String row) {
        String customer = row.substring(0, row.indexOf(' '));
        byte[] bytes = digest.digest(row.getBytes(StandardCharsets.UTF_8));
        customers.merge(customer, new Checksum(1, new BigInteger(1, bytes)), Checksum::plus);
    }
}
