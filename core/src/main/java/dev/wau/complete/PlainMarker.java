package dev.wau.complete;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text that is no manifest: whoever writes it only says that the files are there. */
final class PlainMarker {

    private static final int MAX_BYTES = 64 << 10;

    private PlainMarker() {}

    /** Whether it begins like a JSON object. */
    static boolean startsAnObject(byte[] content) {
        for (byte b : content) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{';
            }
        }
        return false;
    }

    /** A marker that is no text was not meant as one. */
    static void requireText(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new MarkerFormatException("no manifest, and too long for a plain marker: " + content.length
                    + " bytes (at most " + MAX_BYTES + ")");
        }
        if (startsWithUtf16Mark(content)) {
            return;
        }
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n') {
                throw new MarkerFormatException("not a text file");
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException e) {
            throw new MarkerFormatException("not a text file in UTF-8");
        }
    }

    // What "echo done > marker" writes on some Windows shells.
    private static boolean startsWithUtf16Mark(byte[] content) {
        return content.length >= 2
                && ((content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
                        || (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF));
    }
}
