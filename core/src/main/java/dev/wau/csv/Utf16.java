package dev.wau.csv;

/**
 * UTF-16. A surrogate without its other half becomes its three-byte form, which strict UTF-8 forbids; half a code unit at
 * the file's end becomes {@code 0xFF}.
 */
final class Utf16 implements TranscodedInput.Transcoder {

    private static final int NONE = -1;

    private final int low;
    private final int high;
    private final byte[] pair = new byte[2];
    private int held;
    private int surrogate = NONE;

    /** Which of a code unit's two bytes is the lower, which the upper. */
    Utf16(int low, int high) {
        this.low = low;
        this.high = high;
    }

    @Override
    public int transcode(byte[] source, int length, byte[] target, int at) {
        int end = at;
        for (int i = 0; i < length; i++) {
            pair[held++] = source[i];
            if (held == 2) {
                held = 0;
                end = unit((char) ((pair[high] & 0xFF) << 8 | (pair[low] & 0xFF)), target, end);
            }
        }
        return end;
    }

    @Override
    public int finish(byte[] target, int at) {
        int end = flush(target, at);
        if (held > 0) {
            held = 0;
            target[end++] = (byte) 0xFF;
        }
        return end;
    }

    private int unit(char unit, byte[] target, int at) {
        if (unit < 0x80 && surrogate == NONE) {
            target[at] = (byte) unit;
            return at + 1;
        }
        if (surrogate != NONE && Character.isLowSurrogate(unit)) {
            int character = Character.toCodePoint((char) surrogate, unit);
            surrogate = NONE;
            return Utf8.encode(character, target, at);
        }
        int end = flush(target, at);
        if (Character.isHighSurrogate(unit)) {
            surrogate = unit;
            return end;
        }
        return Utf8.encode(unit, target, end);
    }

    private int flush(byte[] target, int at) {
        if (surrogate == NONE) {
            return at;
        }
        int character = surrogate;
        surrogate = NONE;
        return Utf8.encode(character, target, at);
    }
}
