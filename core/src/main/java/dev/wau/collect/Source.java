package dev.wau.collect;

import java.io.InputStream;
import java.util.stream.Stream;

/**
 * Where a customer's files come from. Thread-safe. Only ever read.
 */
public interface Source {

    /** For messages and the marker: a folder's path or a URI. */
    String description();

    /**
     * The files that stand there now and match the source's pattern, in the order of their names.
     *
     * @throws dev.wau.model.WauException STORE_FAILED: the source can't be listed; the message says why
     */
    Stream<SourceFile> list();

    /**
     * The file's bytes as stored.
     *
     * @throws dev.wau.model.WauException NOT_FOUND or STORE_FAILED
     */
    InputStream read(SourceFile file);

    /**
     * The file as it stands now, so that one which changed while it was read is noticed.
     *
     * @return the same version or another one; or a version with {@code bytes} -1 if it is gone
     */
    SourceFile refresh(SourceFile file);

    /**
     * Looks whether files can be had from here, at a cost that doesn't grow with their number or size: some are listed, and
     * the beginning of one is read.
     *
     * @return whether there was one to read
     * @throws dev.wau.model.WauException as {@link #list} and {@link #read} do
     */
    default boolean probe() {
        try (Stream<SourceFile> files = list()) {
            return Probe.read(this, files);
        }
    }
}
