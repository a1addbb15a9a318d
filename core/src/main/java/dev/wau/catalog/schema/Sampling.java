package dev.wau.catalog.schema;

/**
 * How much of {@code csv/} is looked at.
 *
 * @param filesPerCustomer at the most, half of them the newest and half the oldest
 * @param files of all customers together, but at least two of each
 * @param recordsPerFile the first ones
 */
public record Sampling(int filesPerCustomer, int files, long recordsPerFile) {

    /** 20 files a customer, 2,000 in all, 10,000 records a file. */
    public static final Sampling DEFAULT = new Sampling(20, 2_000, 10_000);

    /** All of all. */
    public static final Sampling WHOLE = new Sampling(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    /** So many files of each customer. */
    public static Sampling files(int perCustomer) {
        return new Sampling(perCustomer, Integer.MAX_VALUE, DEFAULT.recordsPerFile());
    }

    /** What {@code wau crawl} must be told to look at as much: {@code --whole}; empty: nothing. */
    public String option() {
        if (equals(DEFAULT)) {
            return "";
        }
        return isWhole() ? "--whole" : "--sample " + filesPerCustomer;
    }

    /** Whether all files are looked at. */
    boolean isWhole() {
        return filesPerCustomer == Integer.MAX_VALUE;
    }
}
