package dev.wau.warehouse.rollup;

import java.util.Comparator;

/**
 * What is rolled up together.
 *
 * @param customer its name
 * @param month as in {@link Quarters#month}
 * @param block of {@link #USERS} users, by their numbers: so that nothing grows with a customer's size
 */
public record Place(String customer, int month, int block) implements Comparable<Place> {

    /** Users of a block. */
    public static final int USERS = 1_024;

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::customer).thenComparing(Place::month).thenComparing(Place::block);

    /** The block that has a user; events without a user are in the first one. */
    public static int block(long user) {
        return user < 0 ? 0 : Math.toIntExact(user / USERS);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
