package dev.wau.cli.demo;

/**
 * A person who uses the product. Ids are unique in one customer only: {@code u1001} of two customers are two people.
 *
 * @param id as the log writes it
 * @param weeks bit w: active in week w of the calendar
 * @param habits what this person does, and how much
 */
record DemoUser(String id, int weeks, Dice habits) {
    boolean activeIn(int week) {
        return (weeks & (1 << week)) != 0;
    }
}
