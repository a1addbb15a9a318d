package dev.wau.infra.cost;

import java.util.ArrayList;
import java.util.List;

/** Lines of one environment while they are collected, in the data's order. */
final class Bill {

    private final PriceList prices;
    private final String region;
    private final List<Line> lines = new ArrayList<>();

    Bill(PriceList prices, String region) {
        this.prices = prices;
        this.region = region;
    }

    /** Adds what there is of it. What there is none of needs no price. */
    void add(String stage, String item, double quantity, PriceId id) {
        if (quantity > 0) {
            lines.add(new Line(stage, item, quantity, prices.quote(id, region)));
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
