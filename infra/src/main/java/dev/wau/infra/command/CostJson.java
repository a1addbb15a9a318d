package dev.wau.infra.command;

import dev.wau.cli.terminal.JsonOutput;
import dev.wau.infra.cost.Estimate;
import dev.wau.infra.cost.Line;
import dev.wau.infra.cost.Price;

/** An estimate for programs: a {@code cost} for each line, then a {@code cost_total}. */
final class CostJson {

    private CostJson() {}

    static void write(JsonOutput json, Estimate estimate) {
        estimate.lines().forEach(line -> write(json, estimate, line));
        json.object("cost_total")
                .field("environment", estimate.environment())
                .field("region", estimate.region())
                .field("usd", estimate.total())
                .field("idle_usd", estimate.idle())
                .field("idle_share", estimate.idleShare())
                .field("runs_per_day", estimate.runs())
                .field("load_minutes", estimate.loadMinutes())
                .field("warehouse_rpu_hours_per_day", estimate.rpuHours())
                .field("warehouse_rpu_hours_limit", estimate.rpuHoursLimit())
                .field("warehouse_most_usd_per_day", estimate.worstDay())
                .field("warehouse_limit_usd_per_day", estimate.dayLimit())
                .field("warehouse_limit_ends", estimate.ends())
                .end();
    }

    private static void write(JsonOutput json, Estimate estimate, Line line) {
        Price price = line.quote().price();
        json.object("cost")
                .field("environment", estimate.environment())
                .field("region", estimate.region())
                .field("stage", line.stage())
                .field("item", line.item())
                .field("quantity", line.quantity())
                .field("unit", price.id().unit())
                .field("unit_usd", price.usd())
                .field("usd", line.usd())
                .field("price", price.id().text())
                .field("service", price.service())
                .field("price_region", line.quote().region())
                .field("price_date", price.date())
                .field("price_page", price.page())
                .field("price_from", price.from())
                .field("price_doubt", price.doubt().orElse(null))
                .end();
    }
}
