package dev.wau.progress;

/**
 * Told by long work how far it is; the command line draws it. Implementations are thread-safe and never throw.
 */
public interface Progress {

    /** Work that nobody watches. */
    Progress NONE = (stage, totalBytes, totalFiles) -> new Stage() {
        @Override
        public void advance(long bytes, long files) {}

        @Override
        public void close() {}
    };

    /**
     * A stage begins.
     *
     * @param stage its name, one of the stages' words: {@code aggregate}, {@code load}, {@code verify}
     * @param totalBytes what it will read, or -1 if unknown
     * @param totalFiles how many files, or -1 if unknown
     */
    Stage start(String stage, long totalBytes, long totalFiles);

    /** One stage under way; closed when it ends, in success or not. */
    interface Stage extends AutoCloseable {

        /** So many more bytes and files are done; fewer than none where some must be read again. */
        void advance(long bytes, long files);

        @Override
        void close();
    }
}
