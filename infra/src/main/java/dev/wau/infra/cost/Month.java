package dev.wau.infra.cost;

/** A month as AWS's calculator has it. */
final class Month {

    /** 365 days x 24 / 12. */
    static final double HOURS = 730;

    static final double DAYS = HOURS / 24;

    private Month() {}
}
