package dev.wau.infra.cost;

import dev.wau.config.yaml.Keys;
import java.util.List;

/** The keys of a file of prices. */
enum PriceKeys implements Keys {
    FILE("currency", "prices"),
    PRICE("id", "service", "unit", "usd", "regions", "page", "date", "from");

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes immutable lists
    private final List<String> keys;

    PriceKeys(String... keys) {
        this.keys = List.of(keys);
    }

    @Override
    public List<String> names() {
        return keys;
    }

    @Override
    public String label() {
        return this == FILE ? "the file" : "prices";
    }

    @Override
    public List<? extends Keys> kinds() {
        return List.of(values());
    }
}
