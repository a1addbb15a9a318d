package dev.wau.collect;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;

/** What {@link Source#probe} does with the files that it lists. */
final class Probe {

    /** As many as S3 lists at a time. */
    static final int LISTED = 1_000;

    private Probe() {}

    /** Reads the beginning of the first; false if there is none. */
    static boolean read(Source source, Stream<SourceFile> files) {
        Iterator<SourceFile> listed = files.iterator();
        if (!listed.hasNext()) {
            return false;
        }
        SourceFile first = listed.next();
        try (InputStream in = source.read(first)) {
            // Of an empty file there is nothing to read, which is no less a success.
            return in.read() >= -1;
        } catch (IOException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot read '" + first.name() + "' of " + source.description() + ": " + e.getMessage(),
                    e);
        }
    }
}
