package dev.wau.csv;

import java.io.IOException;
import java.io.InputStream;

/** Makes UTF-8 of a file's text, streaming. What is no character in the file's encoding becomes no UTF-8 either. */
final class Decoding {

    private static final int LONGEST_MARK = 3;

    private final Encoding encoding;
    private final InputStream text;
    private final int markLength;
    private final boolean asStored;

    private Decoding(Encoding encoding, InputStream text, int markLength, boolean asStored) {
        this.encoding = encoding;
        this.text = text;
        this.markLength = markLength;
        this.asStored = asStored;
    }

    /** Passes a byte order mark, which decides; without one the configured encoding holds. */
    static Decoding of(Decompression file, Encoding configured) throws IOException {
        PeekedInput input = new PeekedInput(file.content(), LONGEST_MARK);
        boolean compressed = file.compressed();
        if (input.startsWith(0xEF, 0xBB, 0xBF)) {
            return decoding(Encoding.UTF_8, input, 3, compressed);
        }
        if (input.startsWith(0xFF, 0xFE)) {
            return decoding(Encoding.UTF_16LE, input, 2, compressed);
        }
        if (input.startsWith(0xFE, 0xFF)) {
            return decoding(Encoding.UTF_16BE, input, 2, compressed);
        }
        return decoding(configured == Encoding.UTF_16 ? Encoding.UTF_16BE : configured, input, 0, compressed);
    }

    private static Decoding decoding(Encoding encoding, PeekedInput content, int markLength, boolean compressed) {
        InputStream input = content.skipHead(markLength);
        InputStream text = switch (encoding) {
            case UTF_8 -> input;
            case UTF_16, UTF_16BE -> new TranscodedInput(input, new Utf16(1, 0));
            case UTF_16LE -> new TranscodedInput(input, new Utf16(0, 1));
            case ISO_8859_1 -> new TranscodedInput(input, SingleByte.iso88591());
            case WINDOWS_1252 -> new TranscodedInput(input, SingleByte.windows1252());
        };
        boolean asStored = !compressed && encoding == Encoding.UTF_8;
        return new Decoding(encoding, text, markLength, asStored);
    }

    /** The file's encoding. */
    Encoding encoding() {
        return encoding;
    }

    /** Whether the text is what the file holds, byte by byte, behind the byte order mark. */
    boolean asStored() {
        return asStored;
    }

    /** The bytes of the byte order mark. */
    int markLength() {
        return markLength;
    }

    /** The file's text in UTF-8. */
    InputStream text() {
        return text;
    }
}
