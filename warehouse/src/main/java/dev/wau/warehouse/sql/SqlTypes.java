package dev.wau.warehouse.sql;

/**
 * A warehouse's types.
 *
 * @param text a text in the order of its bytes, so that an order means the same everywhere
 * @param incompressible what follows the type of a column whose values nothing can compress: not to try; empty or with a
 *     space
 * @param hash of {@code event_hash}: a UUID, or its text
 * @param json of {@code details}
 * @param stagedJson of {@code details} in the table {@code staged}: the JSON's text
 * @param bytes of bytes
 */
public record SqlTypes(String text, String incompressible, String hash, String json, String stagedJson, String bytes) {

    /** Puts the types in the place of {@code ${text}}, {@code ${random_text}}, {@code ${hash}}, ... */
    public String in(String sql) {
        return sql.replace("${text}", text)
                .replace("${random_text}", text + incompressible)
                .replace("${hash}", hash)
                .replace("${json}", json)
                .replace("${staged_json}", stagedJson)
                .replace("${bytes}", bytes + incompressible);
    }
}
