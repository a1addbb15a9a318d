package dev.wau.infra.cost;

import dev.wau.config.yaml.Keys;
import java.util.List;
import java.util.Optional;

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
    public Optional<String> elsewhere(String key) {
        return Optional.empty();
    }
}
