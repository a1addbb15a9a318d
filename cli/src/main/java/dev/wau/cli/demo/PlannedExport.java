package dev.wau.cli.demo;

import dev.wau.model.RejectReason;
import java.util.Optional;

/**
 * One export: a customer, a window of time, and what is wrong with it.
 *
 * @param customer whose
 * @param from first second of the window
 * @param to the window's end, exclusive
 * @param ownUntil records from here on stand in another file too
 * @param kind what it is
 * @param phase when its (last) version comes
 * @param damage one bad record in it, if any
 */
record PlannedExport(
        DemoCustomer customer,
        long from,
        long to,
        long ownUntil,
        Kind kind,
        Phase phase,
        Optional<RejectReason> damage) {

    /** What a file is. */
    enum Kind {
        /** A day, or a day and some hours. */
        EXPORT,
        /** A day, exported again under the same name before the second run. */
        REEXPORTED,
        /** A day whose file also stands there under another name. */
        COPIED,
        /** A day, and beside it something that is no audit log. */
        WITH_STRANGER
    }

    /** Its name in the source's folder. */
    String name() {
        return customer.format().fileName(customer.name(), from, to);
    }

    /** Whether a record of this second stands in another file too. */
    boolean repeats(long second) {
        return second >= ownUntil;
    }

    /** Whether a version of it is there at the first run. */
    boolean inFirst() {
        return phase == Phase.FIRST || kind == Kind.REEXPORTED;
    }

    /** What chance it has of its own, apart from its events'. */
    Dice dice(Dice demo, Phase version) {
        return demo.at(customer.index()).at(from).at(to).at(version == Phase.FIRST ? 1 : 2);
    }
}
