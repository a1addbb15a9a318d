package dev.wau.config.yaml;

import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One key of a configuration file with its value. Each reading method notes a wrong value as a problem and then gives what
 * it was told to give otherwise, so that reading goes on.
 */
public record Setting(String key, int line, Node node, String words, Problems problems) {

    public static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** Whether nothing stands there. */
    public static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /** Notes that the value breaks this rule. */
    public void wrong(String rule) {
        problems.add(line, "invalid " + key + ": " + shown() + Section.in(words) + " (" + rule + ")");
    }

    /** The same without the value, which may be a secret. */
    public void wrongUnseen(String rule) {
        problems.add(line, "invalid " + key + Section.in(words) + " (" + rule + ")");
    }

    /** Runs a part that refuses values with {@link WauException}s; they become problems of this line. */
    public <T> T tried(Function<Setting, T> part, T otherwise) {
        try {
            return part.apply(this);
        } catch (WauException e) {
            problems.add(line, e.getMessage() + Section.in(words));
            return otherwise;
        }
    }

    /** The section that is this setting's value. */
    public Section section(Keys keys) {
        return Section.of(node, keys, words.isEmpty() ? "'" + key + "'" : "'" + key + "' of " + words, problems);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** One value that isn't empty. */
    public Optional<String> text(String rule) {
        if (node instanceof ScalarNode scalar
                && !isEmpty(node)
                && !scalar.getValue().isEmpty()) {
            return Optional.of(scalar.getValue());
        }
        wrong(rule);
        return Optional.empty();
    }

    /** One value or a list of them, none empty; a list may have no values. */
    public List<String> texts(String rule) {
        if (!(node instanceof SequenceNode list)) {
            return text(rule).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (Node item : list.getValue()) {
            new Setting(key, lineOf(item), item, words, problems).text(rule).ifPresent(texts::add);
        }
        return texts;
    }

    /** One of these words. */
    public <T> T choice(Map<String, T> allowed, T otherwise) {
        String rule = String.join(", ", allowed.keySet());
        Optional<String> text = text(rule);
        if (text.isPresent() && !allowed.containsKey(text.get())) {
            wrong(Nearest.of(text.get(), allowed.keySet())
                            .map(near -> "did you mean '" + near + "'? Allowed: ")
                            .orElse("")
                    + rule);
        }
        return text.map(allowed::get).orElse(otherwise);
    }

    /** A whole number within bounds. */
    public int number(int least, int most, int otherwise) {
        String rule = "a whole number from " + least + " to " + most;
        return Math.toIntExact(
                bounded(text(rule).map(Setting::whole), least, most, rule).orElse(otherwise));
    }

    /** A number of bytes within bounds. */
    public long bytes(long least, long most, long otherwise) {
        String rule = ByteSize.FORM + "; " + ByteSize.text(least) + " to " + ByteSize.text(most);
        return bounded(text(rule).map(ByteSize::parse), least, most, rule).orElse(otherwise);
    }

    /** A share, 0 to 1. */
    public double ratio(double otherwise) {
        String rule = "a number from 0 to 1";
        Optional<String> text = text(rule);
        if (text.isPresent() && text.get().matches("0|1|[01]?\\.\\d{1,9}") && Double.parseDouble(text.get()) <= 1) {
            return Double.parseDouble(text.get());
        }
        text.ifPresent(wrong -> wrong(rule));
        return otherwise;
    }

    private OptionalLong bounded(Optional<OptionalLong> number, long least, long most, String rule) {
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong value = number.get();
        if (value.isPresent() && value.getAsLong() >= least && value.getAsLong() <= most) {
            return value;
        }
        wrong(rule);
        return OptionalLong.empty();
    }

    private static OptionalLong whole(String text) {
        return text.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private String shown() {
        if (isEmpty(node)) {
            return "nothing";
        }
        if (node instanceof ScalarNode scalar) {
            return "'" + scalar.getValue() + "'";
        }
        return node instanceof SequenceNode list
                ? list.getValue().stream()
                        .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "...")
                        .collect(Collectors.joining(", ", "[", "]"))
                : "keys";
    }
}
