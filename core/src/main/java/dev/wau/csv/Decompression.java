package dev.wau.csv;

import com.github.luben.zstd.ZstdInputStream;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.IOException;
import java.io.InputStream;

/**
 * Recognises gzip (RFC 1952) and Zstandard (RFC 8878) by a file's first bytes, and inflates it within bounds.
 *
 * @param content of the file: inflated if it is compressed. Closing it closes the file.
 * @param compressed whether the file is
 */
record Decompression(InputStream content, boolean compressed) {

    private static final int LONGEST_MAGIC = 4;

    static Decompression of(InputStream file, Limits limits) throws IOException {
        PeekedInput input = new PeekedInput(file, LONGEST_MAGIC);
        if (input.startsWith(0x1F, 0x8B)) {
            GzipInput gzip = new GzipInput(input);
            return new Decompression(new InflationBound(gzip, gzip::compressedBytes, limits), true);
        }
        if (startsZstandard(input)) {
            CountedInput counted = new CountedInput(input);
            InputStream content = new InflationBound(new ZstandardInput(zstandard(counted)), counted::count, limits);
            return new Decompression(content, true);
        }
        return new Decompression(input, false);
    }

    private static boolean startsZstandard(PeekedInput input) {
        if (input.startsWith(0x28, 0xB5, 0x2F, 0xFD)) {
            return true;
        }
        for (int skippable = 0x50; skippable <= 0x5F; skippable++) {
            if (input.startsWith(skippable, 0x2A, 0x4D, 0x18)) {
                return true;
            }
        }
        return false;
    }

    private static InputStream zstandard(InputStream file) throws IOException {
        try {
            return new ZstdInputStream(file);
        } catch (LinkageError missing) {
            throw new FileRefusedException(
                    RefusalReason.UNREADABLE_COMPRESSION,
                    "zstd can't be read on this platform (no native library): decompress the file before",
                    missing);
        }
    }
}
