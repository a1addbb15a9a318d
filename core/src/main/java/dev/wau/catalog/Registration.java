package dev.wau.catalog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a table that was registered. */
public enum Registration {
    /** It is new. */
    CREATED,
    /** It was there, and said something else. */
    CHANGED,
    /** It was there, and said the same. */
    SAME;

    /**
     * What registering a table would come to.
     *
     * @param before what {@link TableCatalog#find} gives under its name; null: nothing
     */
    public static Registration of(CatalogTable asked, @Nullable CatalogTable before) {
        if (before == null) {
            return CREATED;
        }
        return asked.named(before.name()).over(before).equals(before) ? SAME : CHANGED;
    }

    /** The word of the command line: {@code created}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
