package dev.wau.testing.redshift;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** One message of PostgreSQL's protocol, version 3, which Redshift speaks too. Immutable. */
final class Message {

    private static final int LENGTH = 4;

    private final char type;
    private final byte[] body;

    private Message(char type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    static Message of(char type, Body body) {
        return new Message(type, body.bytes());
    }

    static Message of(char type) {
        return new Message(type, new byte[0]);
    }

    /** A statement sent as one text. */
    static Message query(String sql) {
        return of('Q', new Body().text(sql));
    }

    /** The answer to a statement that is done. */
    static Message complete(String tag) {
        return of('C', new Body().text(tag));
    }

    static Message read(DataInputStream in) throws IOException {
        char type = (char) in.readUnsignedByte();
        byte[] body = new byte[in.readInt() - LENGTH];
        in.readFully(body);
        return new Message(type, body);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + LENGTH);
        out.write(body);
    }

    /** Its first byte. */
    char type() {
        return type;
    }

    /** What follows its length. */
    Fields fields() {
        return new Fields(body);
    }
}
