package dev.wau.csv;

import com.github.luben.zstd.ZstdIOException;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells corrupt or cut-off Zstandard frames from a file that can't be read. */
final class ZstandardInput extends FilterInputStream {

    ZstandardInput(InputStream zstandard) {
        super(zstandard);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        try {
            return in.read(bytes, start, length);
        } catch (ZstdIOException corrupt) {
            throw new FileRefusedException(
                    RefusalReason.UNREADABLE_COMPRESSION,
                    "zstd can't be read to its end: " + corrupt.getMessage(),
                    corrupt);
        }
    }
}
