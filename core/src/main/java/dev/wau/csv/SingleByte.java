package dev.wau.csv;

import java.util.stream.IntStream;

/**
 * An encoding of one byte a character. A byte that is no character stays what it is: alone and above 127 it is no UTF-8,
 * and a reject shows it as it stands in the file.
 */
final class SingleByte implements TranscodedInput.Transcoder {

    private static final int NONE = -1;

    /** 0x80 to 0x9F of windows-1252 (unicode.org's CP1252.TXT); the others are ISO 8859-1's. */
    private static final int[] WINDOWS_1252 = {
        0x20AC, NONE, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, NONE,
        0x017D, NONE, NONE, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, NONE, 0x017E, 0x0178
    };

    private final int[] characters;

    private SingleByte(int[] characters) {
        this.characters = characters;
    }

    static SingleByte iso88591() {
        return new SingleByte(IntStream.range(0, 256).toArray());
    }

    static SingleByte windows1252() {
        int[] characters = IntStream.range(0, 256).toArray();
        System.arraycopy(WINDOWS_1252, 0, characters, 0x80, WINDOWS_1252.length);
        return new SingleByte(characters);
    }

    @Override
    public int transcode(byte[] source, int length, byte[] target, int at) {
        int end = at;
        for (int i = 0; i < length; i++) {
            byte value = source[i];
            int character = value >= 0 ? value : characters[value & 0xFF];
            if (value >= 0 || character == NONE) {
                target[end++] = value;
            } else {
                end = Utf8.encode(character, target, end);
            }
        }
        return end;
    }

    @Override
    public int finish(byte[] target, int at) {
        return at;
    }
}
