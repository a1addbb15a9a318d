package dev.wau.csv;

import java.io.IOException;
import java.io.InputStream;

/** Makes UTF-8 of a file's text, streaming. What is no character in the file's encoding becomes no UTF-8 either. */
final class Decoding {

    private static final int LONGEST_MARK = 3;

    private final Encoding encoding;
    private final InputStream text;

    private Decoding(Encoding encoding, InputStream text) {
        this.encoding = encoding;
        this.text = text;
    }

    /** Passes a byte order mark, which decides; without one the configured encoding holds. */
    static Decoding of(InputStream content, Encoding configured) throws IOException {
        PeekedInput input = new PeekedInput(content, LONGEST_MARK);
        if (input.startsWith(0xEF, 0xBB, 0xBF)) {
            return decoding(Encoding.UTF_8, input.skipHead(3));
        }
        if (input.startsWith(0xFF, 0xFE)) {
            return decoding(Encoding.UTF_16LE, input.skipHead(2));
        }
        if (input.startsWith(0xFE, 0xFF)) {
            return decoding(Encoding.UTF_16BE, input.skipHead(2));
        }
        return decoding(configured == Encoding.UTF_16 ? Encoding.UTF_16BE : configured, input);
    }

    private static Decoding decoding(Encoding encoding, InputStream input) {
        InputStream text = switch (encoding) {
            case UTF_8 -> input;
            case UTF_16, UTF_16BE -> new TranscodedInput(input, new Utf16(1, 0));
            case UTF_16LE -> new TranscodedInput(input, new Utf16(0, 1));
            case ISO_8859_1 -> new TranscodedInput(input, SingleByte.iso88591());
            case WINDOWS_1252 -> new TranscodedInput(input, SingleByte.windows1252());
        };
        return new Decoding(encoding, text);
    }

    /** The file's encoding. */
    Encoding encoding() {
        return encoding;
    }

    /** The file's text in UTF-8. */
    InputStream text() {
        return text;
    }
}
