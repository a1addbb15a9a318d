package dev.wau.infra.cost;

import dev.wau.config.yaml.Nearest;
import dev.wau.config.yaml.Problems;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.config.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a file of prices: JSON, strictly, with the line of every mistake. (JSON is YAML, whose nodes know their lines.) */
public final class PriceListReader {

    private static final String BUILT_IN = "prices.json";
    private static final String WAY_OUT = "leave out --prices for wau's own";
    private static final LocalDate NEVER = LocalDate.EPOCH;

    private final Path file;
    private final Problems problems;
    private final Set<String> seen = new HashSet<>();

    private PriceListReader(Path file) {
        this.file = file;
        this.problems = new Problems(file);
    }

    /** Wau's own. */
    public static PriceList builtIn() {
        try (InputStream content =
                Objects.requireNonNull(PriceListReader.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            Path file = Path.of(BUILT_IN);
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return new PriceListReader(file).list(YamlFile.read(file, text, WAY_OUT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A user's.
     *
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION, NOT_FOUND
     */
    public static PriceList read(Path file) {
        return new PriceListReader(file).list(YamlFile.read(file, WAY_OUT));
    }

    private PriceList list(Node node) {
        Section root = Section.of(node, PriceKeys.FILE, "", problems);
        String currency =
                root.setting("currency").flatMap(setting -> setting.text("USD")).orElse("USD");
        if (!currency.equals("USD")) {
            root.setting("currency").ifPresent(setting -> setting.wrong("USD"));
        }
        List<Price> prices = new ArrayList<>();
        Optional<Setting> setting = root.setting("prices");
        if (setting.isPresent() && setting.get().node() instanceof SequenceNode list) {
            list.getValue().forEach(item -> price(item).ifPresent(prices::add));
        } else {
            problems.add(1, "no list of prices ({\"prices\": [{\"id\": \"s3-storage\", ...}]}; " + WAY_OUT + ")");
        }
        problems.throwIfAny();
        return new PriceList(file, prices);
    }

    private Optional<Price> price(Node node) {
        Section section = Section.of(node, PriceKeys.PRICE, "a price", problems);
        Optional<PriceId> id = text(section, "id", "such as s3-storage").flatMap(text -> id(section, text));
        id.ifPresent(known -> text(section, "unit", known.unit())
                .filter(unit -> !unit.equals(known.unit()))
                .ifPresent(unit -> wrong(section, "unit", known.unit() + ", as wau counts " + known.text())));
        Optional<BigDecimal> usd =
                text(section, "usd", "USD, such as 0.023").flatMap(number -> number(section, number));
        List<String> regions = section.setting("regions")
                .map(setting -> setting.texts("regions such as [\"us-east-1\"]"))
                .orElseGet(() -> missing(section, "regions", "such as [\"us-east-1\"]"));
        String service = text(section, "service", "AWS's name of it").orElse("");
        String page = text(section, "page", "where AWS publishes it").orElse("");
        String from = text(section, "from", "where it was seen, or 'memory, unchecked'")
                .orElse("");
        LocalDate date = text(section, "date", "such as 2026-11-23")
                .map(day -> date(section, day))
                .orElse(NEVER);
        id.ifPresent(known -> regions.forEach(region -> once(section, known, region)));
        return id.flatMap(known -> usd.map(number -> new Price(known, service, number, regions, page, date, from)));
    }

    /** Two prices for one thing: nobody could tell which holds. */
    private void once(Section section, PriceId id, String region) {
        if (!seen.add(id.text() + " " + region)) {
            problems.add(section.line(), "a second price '" + id.text() + "' for " + region);
        }
    }

    private Optional<PriceId> id(Section section, String text) {
        Optional<PriceId> id = PriceId.of(text);
        if (id.isEmpty()) {
            wrong(
                    section,
                    "id",
                    Nearest.of(text, PriceId.texts())
                                    .map(near -> "did you mean '" + near + "'? Known: ")
                                    .orElse("known: ")
                            + String.join(", ", PriceId.texts()));
        }
        return id;
    }

    private static Optional<BigDecimal> number(Section section, String text) {
        if (text.matches("\\d{1,9}(\\.\\d{1,15})?([eE]-?\\d{1,2})?")) {
            return Optional.of(new BigDecimal(text));
        }
        wrong(section, "usd", "USD for one unit, 0 or more, such as 0.023");
        return Optional.empty();
    }

    private static LocalDate date(Section section, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            wrong(section, "date", "a day such as 2026-11-23");
            return NEVER;
        }
    }

    private static void wrong(Section section, String key, String rule) {
        section.setting(key).ifPresent(setting -> setting.wrong(rule));
    }

    private Optional<String> text(Section section, String key, String rule) {
        Optional<Setting> setting = section.setting(key);
        if (setting.isEmpty()) {
            missing(section, key, rule);
        }
        return setting.flatMap(given -> given.text(rule));
    }

    private List<String> missing(Section section, String key, String rule) {
        problems.add(section.line(), "no '" + key + "' in a price (" + rule + ")");
        return List.of();
    }
}
