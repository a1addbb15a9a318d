package dev.wau.csv;

import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Takes out of a record what nobody behind the reader may see: personal data, and a cell's word for the customer. */
final class Redaction {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final int[] dropped;
    private final int[] hashed;
    private final int[] customers;
    private final byte[] owner;
    private final @Nullable Mac mac;
    private final byte[] hexadecimal = new byte[64];

    Redaction(Roles roles, int columns, PersonalData personalData, Customer owner) {
        this.dropped = IntStream.range(0, columns)
                .filter(column -> roles.role(column) == Role.DROPPED)
                .toArray();
        this.hashed = IntStream.range(0, columns).filter(roles::hashed).toArray();
        this.customers = IntStream.range(0, columns)
                .filter(column -> roles.role(column) == Role.CUSTOMER)
                .toArray();
        this.owner = owner.name().getBytes(StandardCharsets.UTF_8);
        this.mac = hashed.length == 0 ? null : mac(personalData.key());
    }

    /** By column: whether {@link #apply} may alter its cells. */
    static boolean[] altered(Roles roles, int columns) {
        boolean[] altered = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            Role role = roles.role(column);
            altered[column] = role == Role.DROPPED || role == Role.CUSTOMER || roles.hashed(column);
        }
        return altered;
    }

    void apply(Cells cells) {
        for (int column : dropped) {
            cells.clear(column);
        }
        for (int column : customers) {
            if (cells.equal(column, owner)) {
                cells.clear(column);
            }
        }
        for (int column : hashed) {
            hash(cells, column);
        }
    }

    private void hash(Cells cells, int column) {
        if (mac == null || cells.length(column) == 0) {
            return;
        }
        mac.update(cells.bytes(column), cells.start(column), cells.length(column));
        byte[] hash = mac.doFinal();
        for (int i = 0; i < hash.length; i++) {
            hexadecimal[2 * i] = HEX[(hash[i] >> 4) & 0xF];
            hexadecimal[2 * i + 1] = HEX[hash[i] & 0xF];
        }
        cells.replace(column, hexadecimal);
    }

    private static Mac mac(String key) {
        if (key.isEmpty()) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid personal data key: empty (columns are hashed, which needs a secret key)");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new WauException(ErrorCode.INTERNAL, ALGORITHM + " is missing from this Java runtime", impossible);
        }
    }
}
