package dev.wau.config;

import dev.wau.csv.PersonalData;
import java.util.Set;
import java.util.TreeSet;

/**
 * Columns that hold personal data, by their {@link dev.wau.csv.ColumnNames} form, before the key is known.
 *
 * @param drop their cells leave
 * @param hash their cells become keyed hashes
 */
record PersonalColumns(Set<String> drop, Set<String> hash) {

    PersonalColumns {
        drop = Set.copyOf(drop);
        hash = Set.copyOf(hash);
    }

    /** These columns and more. */
    PersonalColumns plus(Set<String> moreToDrop, Set<String> moreToHash) {
        return new PersonalColumns(union(drop, moreToDrop), union(hash, moreToHash));
    }

    /** With the key of the hashes. */
    PersonalData withKey(String key) {
        return new PersonalData(drop, hash, hash.isEmpty() ? "" : key);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
