package dev.wau.infra.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A price as it was published.
 *
 * @param service AWS's name of it
 * @param usd of one unit
 * @param regions where it holds
 * @param page where AWS publishes it
 * @param date when AWS published it, or when it was seen
 * @param from who saw it where; begins with {@code memory, unchecked} or {@code undated copy} where it must be looked up
 *     before anybody relies on it
 */
public record Price(
        PriceId id, String service, BigDecimal usd, List<String> regions, String page, LocalDate date, String from) {

    private static final List<String> DOUBTS = List.of("memory, unchecked", "undated copy");

    public Price {
        regions = List.copyOf(regions);
    }

    /** Why it must be looked up, in two words. */
    public Optional<String> doubt() {
        return DOUBTS.stream().filter(from::startsWith).findFirst();
    }
}
