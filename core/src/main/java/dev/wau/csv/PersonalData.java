package dev.wau.csv;

import java.util.Set;

/**
 * Which columns hold personal data, and what happens to them before anything is copied.
 *
 * @param drop columns by their {@link ColumnNames} form: their cells leave
 * @param hash columns by their {@link ColumnNames} form: their cells become the HMAC-SHA-256 under {@code key}, in
 *     hexadecimal, so that equal values stay equal and can't be guessed back without the key
 * @param key of the HMAC, a secret; empty when nothing is hashed
 */
public record PersonalData(Set<String> drop, Set<String> hash, String key) {

    /** Nothing to remove: the central bucket. */
    public static final PersonalData NONE = new PersonalData(Set.of(), Set.of(), "");

    public PersonalData {
        drop = Set.copyOf(drop);
        hash = Set.copyOf(hash);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PersonalData[drop=" + drop + ", hash=" + hash + "]";
    }
}
