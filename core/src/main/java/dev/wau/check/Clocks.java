package dev.wau.check;

import java.time.Duration;
import java.time.Instant;

/** Whether this machine's clock goes with a server's: signatures of AWS fail when they are 15 minutes apart. */
public final class Clocks {

    private static final Duration WRONG = Duration.ofMinutes(5);
    private static final Duration NOTED = Duration.ofSeconds(30);
    private static final String FIX =
            "set this machine's clock, and have it kept by NTP ('timedatectl set-ntp true', or the system's settings)";

    private Clocks() {}

    /**
     * Compares them.
     *
     * @param server whose clock it is
     * @param ours at the moment when theirs was read
     */
    public static Check compare(String server, Instant theirs, Instant ours) {
        String name = "this machine's clock goes with that of " + server;
        Duration apart = Duration.between(theirs, ours);
        Duration distance = apart.abs();
        String problem = "it is " + distance.toSeconds() + " s " + (apart.isNegative() ? "behind" : "ahead");
        if (distance.compareTo(WRONG) > 0) {
            return Check.wrong(name, problem + ": AWS refuses signatures from 15 minutes on", FIX);
        }
        return distance.compareTo(NOTED) > 0 ? Check.note(name, problem, FIX) : Check.ok(name);
    }
}
