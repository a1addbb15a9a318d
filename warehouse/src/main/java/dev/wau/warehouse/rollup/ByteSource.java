package dev.wau.warehouse.rollup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads what a {@link ByteSink} took. */
final class ByteSource {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int number() {
        byte first = bytes[at++];
        if (first >= 0) {
            return first;
        }
        int value = first & 0x7F;
        int shift = 7;
        while (true) {
            byte next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    int one() {
        return bytes[at++] & 0xFF;
    }

    int four() {
        int value = (int) INT.get(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    long eight() {
        long value = (long) LONG.get(bytes, at);
        at += Long.BYTES;
        return value;
    }
}
