package dev.wau.proof.convergence;

import static dev.wau.proof.convergence.Steps.aggregate;
import static dev.wau.proof.convergence.Steps.copy;
import static dev.wau.proof.convergence.Steps.export;
import static dev.wau.proof.convergence.Steps.goBack;
import static dev.wau.proof.convergence.Steps.load;
import static dev.wau.proof.convergence.Steps.put;
import static dev.wau.proof.convergence.Steps.reload;
import static dev.wau.proof.convergence.Steps.round;
import static dev.wau.proof.convergence.Steps.spoil;
import static dev.wau.proof.convergence.Steps.together;
import static dev.wau.proof.convergence.Steps.unload;

import dev.wau.csv.RowIdentity;
import dev.wau.proof.convergence.Fault.Kind;
import dev.wau.testing.store.FailingObjectStore.Moment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Histories that once failed, or that anybody asks for first. A shrunk failure gets a name and comes here. */
final class KnownHistories {

    private static final Map<String, History> ALL = new LinkedHashMap<>();

    static {
        known("overlapping windows", export("a.csv", 1, 2, 3), export("b.csv", 2, 3, 9), round(), round());
        known(
                "equal rows in one file",
                export("a.csv", 1, 1),
                round(),
                export("b.csv", 1, 1, 1),
                round(),
                unload("b.csv"));
        known(
                "exported again with fewer rows",
                export("a.csv", 1, 2),
                export("b.csv", 2, 3),
                round(),
                export("a.csv", 1),
                round());
        known(
                "exported again and back",
                export("a.csv", 1),
                round(),
                export("a.csv", 2),
                round(),
                goBack("a.csv"),
                round());
        known("a late file", export("a.csv", 7, 9), round(), export("b.csv", 10, 11, 7), round());
        known(
                "a copy takes over",
                export("a.csv", 1),
                round(),
                copy("a.csv", "b.csv"),
                round(),
                export("a.csv", 2),
                round());
        known(
                "two files change places",
                export("a.csv", 1),
                export("b.csv", 2),
                round(),
                export("a.csv", 2),
                export("b.csv", 1),
                round());
        known(
                "markers in another order",
                export("a.csv", 1),
                aggregate(),
                export("a.csv", 2),
                aggregate(),
                export("b.csv", 2, 3),
                aggregate(),
                load(2, Fault.NONE),
                load(0, Fault.NONE),
                load(1, Fault.NONE),
                load(1, Fault.NONE));
        known(
                "unloaded and reloaded",
                export("a.csv", 1, 2),
                export("b.csv", 2),
                round(),
                unload("a.csv"),
                reload("a.csv"));
        known(
                "a reload beside the load of a batch that brings the file once more",
                export("a.csv", 1),
                round(),
                copy("a.csv", "a.csv"),
                aggregate(),
                together(load(1, Fault.NONE), reload("a.csv")));
        known("unloaded and exported again", export("a.csv", 1), round(), unload("a.csv"), export("a.csv", 2), round());
        known(
                "an unloaded version comes back",
                export("a.csv", 1),
                round(),
                unload("a.csv"),
                export("a.csv", 2),
                round(),
                goBack("a.csv"),
                round());
        known("a refused version comes back", put("h.csv"), load(), put("h.csv", 1), load(), put("h.csv"), load());
        known("a reloaded copy", export("a.csv", 1), copy("a.csv", "b.csv"), round(), reload("b.csv"), unload("a.csv"));
        known(
                "a reloaded original",
                export("a.csv", 1),
                copy("a.csv", "b.csv"),
                round(),
                reload("a.csv"),
                unload("b.csv"));
        known(
                "a reloaded original without identity",
                RowIdentity.NONE,
                export("a.csv", 1),
                copy("a.csv", "b.csv"),
                round(),
                reload("a.csv"));
        known(
                "an export is spoiled",
                export("a.csv", 1),
                round(),
                spoil("a.csv"),
                round(),
                export("a.csv", 2),
                round());
        known(
                "an export is spoiled before its marker",
                export("a.csv", 1),
                new Operation.Aggregate(0, Moment.BEFORE, Set.of("bolt"), 0),
                spoil("a.csv"),
                round());
        known(
                "the first run of all dies",
                export("a.csv", 1),
                aggregate(),
                load(0, new Fault(Kind.DIES_AT_CALL, 5)),
                load(0, Fault.NONE));
        known(
                "a run dies after its commit",
                export("a.csv", 1),
                aggregate(),
                load(0, Fault.of(Kind.DIES_AFTER_COMMIT)),
                load(0, Fault.NONE));
        known("the reply to a commit is lost", export("a.csv", 1), aggregate(), load(0, Fault.of(Kind.REPLY_LOST)));
        known("a commit and its reply are lost", export("a.csv", 1), aggregate(), load(0, Fault.of(Kind.COMMIT_LOST)));
        known(
                "an aggregation dies at its marker",
                export("a.csv", 1),
                new Operation.Aggregate(4, Moment.AFTER, Set.of(), 0),
                export("a.csv", 2),
                round());
        known(
                "one marker twice at once",
                export("a.csv", 1, 2),
                aggregate(),
                together(load(0, Fault.NONE), load(0, Fault.NONE)));
        known(
                "two markers at once",
                export("a.csv", 1, 2),
                aggregate(),
                export("b.csv", 2, 3),
                aggregate(),
                together(load(1, Fault.NONE), load(0, Fault.NONE)));
    }

    private KnownHistories() {}

    /** By name. */
    static Map<String, History> all() {
        return Collections.unmodifiableMap(ALL);
    }

    private static void known(String name, Operation... operations) {
        known(name, RowIdentity.FINGERPRINT, operations);
    }

    private static void known(String name, RowIdentity identity, Operation... operations) {
        ALL.put(name, new History(identity, List.of(operations)));
    }
}
