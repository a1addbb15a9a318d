package dev.wau.catalog.schema;

import java.util.List;

/**
 * Which files were looked at.
 *
 * @param sampling that chose them
 * @param files in {@code csv/}
 * @param bytes of them
 * @param customers that have files
 * @param chosen how many of them the sampling chose
 * @param read how many of those were read
 * @param cut how many of those not to their end, as the sampling says
 * @param records seen, rejected ones included
 * @param rejected how many of those can't be read
 * @param unreadFiles how many could not be read
 * @param unread the first 1,000 of those
 */
public record CrawledFiles(
        Sampling sampling,
        long files,
        long bytes,
        long customers,
        long chosen,
        long read,
        long cut,
        long records,
        long rejected,
        long unreadFiles,
        List<UnreadFile> unread) {

    public CrawledFiles {
        unread = List.copyOf(unread);
    }

    /** Whether there is nothing at all. */
    public boolean isEmpty() {
        return files == 0 && unreadFiles == 0;
    }

    /** Whether a wider sampling would see more. */
    public boolean isSampled() {
        return chosen < files || cut > 0;
    }

    /** How many of those that the sampling chose could not be read. */
    public long failed() {
        return chosen - read;
    }

    /** Whether nothing was left out: what wasn't seen isn't there. */
    public boolean isWhole() {
        return read == files && cut == 0;
    }
}
