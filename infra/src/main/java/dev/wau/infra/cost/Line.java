package dev.wau.infra.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A line of an estimate.
 *
 * @param stage of the data's way
 * @param quantity a month, in the price's unit
 */
public record Line(String stage, String item, double quantity, Quote quote) {

    /** A month, rounded to cents. */
    public BigDecimal usd() {
        return quote.price().usd().multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
    }
}
