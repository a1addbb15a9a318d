package dev.wau.analyse;

import java.util.List;

/** What to do when a report has nothing to say. */
final class Notes {

    private Notes() {}

    static List<String> of(Inquiry inquiry, boolean nobodyActive) {
        if (inquiry.basis().files() == 0) {
            return List.of("Nothing is loaded yet: 'wau run' loads what is new, 'wau demo' shows an example.");
        }
        if (inquiry.coverage().first() == null) {
            return List.of("The loaded files hold no events: 'wau history' lists them, 'wau rejects' says why records"
                    + " were left out.");
        }
        if (!inquiry.touchesData()) {
            return List.of("No data from " + inquiry.from() + " to " + inquiry.to() + ": the loaded events go from "
                    + inquiry.coverage().first() + " to " + inquiry.coverage().last() + " (--from, --to).");
        }
        if (nobodyActive) {
            return List.of("No active user from " + inquiry.from() + " to " + inquiry.to()
                    + ": 'wau report events' lists what happened; events without a user id and events that wau.yaml"
                    + " doesn't count as active make no user active.");
        }
        return List.of();
    }
}
