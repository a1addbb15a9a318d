package dev.wau.warehouse.rollup;

/** The form of what is rolled up: a rollup of another one is made anew by the next load. */
public final class RollupForm {

    /** The setting that tells a kept rollup's form; without it there is none. */
    public static final String SETTING = "rollup";

    /** The form that this product reads and writes. */
    public static final String CURRENT = "1";

    private RollupForm() {}
}
