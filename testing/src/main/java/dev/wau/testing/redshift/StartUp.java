package dev.wau.testing.redshift;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a client says first: who it is and what it wants, or that a running statement of another connection is to be
 * cancelled. Immutable.
 */
final class StartUp {

    private static final int VERSION_3 = 196_608;
    private static final int CANCEL = 80_877_102;
    private static final int ENCRYPTED_BY_TLS = 80_877_103;
    private static final int ENCRYPTED_BY_GSS = 80_877_104;

    /** The longest one that PostgreSQL takes. */
    private static final int MOST_BYTES = 10_000;

    private static final int HEAD = 8;

    /** What PostgreSQL knows of what the driver says; it refuses the rest. */
    private static final Set<String> KNOWN =
            Set.of("client_encoding", "datestyle", "application_name", "extra_float_digits");

    /** The protocol's version, or another wish. */
    private final int code;

    private final byte[] body;

    private StartUp(int code, byte[] body) {
        this.code = code;
        this.body = body;
    }

    /** Reads it; a wish for encryption before it is declined. */
    static StartUp read(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int length = in.readInt();
            if (length < HEAD || length > MOST_BYTES) {
                throw new EOFException("no start-up message: " + length + " bytes");
            }
            StartUp startUp = new StartUp(in.readInt(), in.readNBytes(length - HEAD));
            if (startUp.code != ENCRYPTED_BY_TLS && startUp.code != ENCRYPTED_BY_GSS) {
                return startUp;
            }
            out.writeByte('N');
            out.flush();
        }
    }

    boolean cancels() {
        return code == CANCEL;
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        Fields fields = new Fields(body);
        for (String name = fields.text(); !name.isEmpty(); name = fields.text()) {
            parameters.put(name, fields.text());
        }
        return parameters;
    }

    /**
     * The same for PostgreSQL, as this user of it. As on Redshift, a transaction sees what its first query saw, and times
     * are UTC.
     */
    StartUp forBackend(String user) {
        Map<String, String> parameters = parameters();
        Body kept = new Body();
        kept.text("user").text(user).text("database").text(parameters.getOrDefault("database", ""));
        kept.text("default_transaction_isolation")
                .text("repeatable read")
                .text("timezone")
                .text("UTC");
        parameters.forEach((name, value) -> {
            if (KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
                kept.text(name).text(value);
            }
        });
        return new StartUp(VERSION_3, kept.number8(0).bytes());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(body.length + HEAD);
        out.writeInt(code);
        out.write(body);
        out.flush();
    }
}
