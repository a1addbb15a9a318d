package dev.wau.aggregate;

import dev.wau.model.Customer;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a customer has brought nothing.
 *
 * @param since the moment that {@code from} says
 * @param from what the silence is counted from
 */
public record Silence(Customer customer, Instant since, From from) {

    /** What a silence is counted from. */
    public enum From {
        /**
         * When the newest of its objects in {@code csv/} was written, by the store's clock. One that was lost and written
         * again, or written anew under other rules, counts as new.
         */
        NEWEST_FILE,
        /**
         * It never had a file: when a marker first expected it. So a source that was named wrongly is heard of, and one
         * that is added late doesn't begin with a year of silence.
         */
        FIRST_EXPECTED
    }

    /** How long it lasts; zero where the store's clock is ahead. */
    public Duration until(Instant now) {
        return since.isBefore(now) ? Duration.between(since, now) : Duration.ZERO;
    }
}
