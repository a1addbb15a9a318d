package dev.wau.config.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words of {@code wau.yaml} for an enum's constants. */
public final class Choices {

    private Choices() {}

    /** The constants by their names in lower case, in their order. */
    public static <E extends Enum<E>> Map<String, E> of(E[] constants) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : constants) {
            choices.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return choices;
    }
}
