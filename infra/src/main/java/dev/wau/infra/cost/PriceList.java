package dev.wau.infra.cost;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Published prices. Of a service that has tiers it has the first; free allowances are an account's, and not in it.
 *
 * @param file where it stands
 */
public record PriceList(Path file, List<Price> prices) {

    /** Whose prices stand for those of regions that aren't in the list. */
    static final String STAND_IN = "us-east-1";

    public PriceList {
        prices = List.copyOf(prices);
    }

    /**
     * The price in a region, or the one that stands in for it.
     *
     * @throws WauException INVALID_CONFIGURATION: there is neither
     */
    public Quote quote(PriceId id, String region) {
        return in(id, region)
                .map(price -> new Quote(price, region, false))
                .or(() -> in(id, STAND_IN).map(price -> new Quote(price, STAND_IN, true)))
                .orElseThrow(() -> new WauException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "Cannot find price '" + id.text() + "' (USD for a " + id.unit() + ") of " + region + " or "
                                + STAND_IN + " in " + file + "\n  Add it, or leave out --prices"));
    }

    private Optional<Price> in(PriceId id, String region) {
        return prices.stream()
                .filter(price -> price.id() == id && price.regions().contains(region))
                .findFirst();
    }
}
