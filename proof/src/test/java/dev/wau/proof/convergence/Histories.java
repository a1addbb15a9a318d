package dev.wau.proof.convergence;

import dev.wau.csv.RowIdentity;
import dev.wau.proof.convergence.Fault.Kind;
import dev.wau.testing.store.FailingObjectStore.Moment;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random histories. The simple comes first everywhere: that is where shrinking goes. */
final class Histories {

    private static final Arbitrary<String> CUSTOMER = Arbitraries.frequency(Tuple.of(3, "acme"), Tuple.of(1, "bolt"));
    private static final Arbitrary<String> NAME = Arbitraries.of("a.csv", "b.csv", "c.csv", "d.csv");
    private static final Arbitrary<String> HAND = Arbitraries.of("h.csv", "i.csv");
    private static final Arbitrary<String> ANY_NAME = Arbitraries.frequencyOf(Tuple.of(4, NAME), Tuple.of(1, HAND));
    private static final Arbitrary<Integer> LAYOUT = Arbitraries.integers().between(0, Layout.ALL.size() - 1);
    private static final Arbitrary<Row> ROW = Combinators.combine(
                    Arbitraries.integers().between(0, Event.POOL.size() - 1),
                    Arbitraries.frequency(
                            Tuple.of(28, Row.Flaw.NONE),
                            Tuple.of(1, Row.Flaw.BAD_TIME),
                            Tuple.of(1, Row.Flaw.NO_TIME),
                            Tuple.of(1, Row.Flaw.NO_EVENT),
                            Tuple.of(1, Row.Flaw.SHORT)))
            .as(Row::new);
    private static final Arbitrary<List<Row>> ROWS = ROW.list().ofMaxSize(7);
    private static final Arbitrary<Fault> FAULT = Arbitraries.frequencyOf(
            Tuple.of(10, Arbitraries.just(Fault.NONE)),
            Tuple.of(3, Arbitraries.integers().between(1, 12).map(call -> new Fault(Kind.DIES_AT_CALL, call))),
            Tuple.of(
                    3,
                    Arbitraries.of(Kind.DIES_BEFORE_COMMIT, Kind.DIES_AFTER_COMMIT, Kind.REPLY_LOST, Kind.COMMIT_LOST)
                            .map(Fault::of)));

    private static final Arbitrary<Operation> EXPORT =
            Combinators.combine(CUSTOMER, NAME, LAYOUT, ROWS).as(Operation.Export::new);
    private static final Arbitrary<Operation> CHANGE = Combinators.combine(
                    CUSTOMER,
                    NAME,
                    LAYOUT,
                    Arbitraries.integers().between(0, 6),
                    ROW.list().ofMaxSize(2))
            .as(Operation.Change::new);
    private static final Arbitrary<Operation> GO_BACK = Combinators.combine(
                    CUSTOMER, NAME, Arbitraries.integers().between(1, 3))
            .as(Operation.GoBack::new);
    private static final Arbitrary<Operation> COPY =
            Combinators.combine(CUSTOMER, NAME, NAME).as(Operation.Copy::new);
    private static final Arbitrary<Operation> SPOIL =
            Combinators.combine(CUSTOMER, NAME, Arbitraries.of(Spoiled.class)).as(Operation.Spoil::new);
    private static final Arbitrary<Operation> REMOVE =
            Combinators.combine(CUSTOMER, NAME).as(Operation.Remove::new);
    private static final Arbitrary<Operation> PUT =
            Combinators.combine(CUSTOMER, HAND, LAYOUT, ROWS).as(Operation.Put::new);
    private static final Arbitrary<Operation> PUT_COPY =
            Combinators.combine(CUSTOMER, ANY_NAME, HAND).as(Operation.PutCopy::new);
    private static final Arbitrary<Operation> AGGREGATE = Combinators.combine(
                    Arbitraries.frequencyOf(
                            Tuple.of(3, Arbitraries.just(0)),
                            Tuple.of(1, Arbitraries.integers().between(1, 12))),
                    Arbitraries.of(Moment.class),
                    Arbitraries.frequency(
                            Tuple.of(12, Set.<String>of()), Tuple.of(1, Set.of("acme")), Tuple.of(1, Set.of("bolt"))),
                    Arbitraries.frequency(Tuple.of(10, 0), Tuple.of(1, -600), Tuple.of(1, -1)))
            .as(Operation.Aggregate::new);
    private static final Arbitrary<Operation> DELIVER =
            Combinators.combine(Arbitraries.integers().between(0, 9), FAULT).as(Operation.Deliver::new);
    private static final Arbitrary<Operation> PENDING =
            Arbitraries.of(Loads.Order.class).map(Operation.DeliverPending::new);
    private static final Arbitrary<Operation> LISTING = FAULT.map(Operation.Listing::new);
    private static final Arbitrary<Operation> UNLOAD =
            Combinators.combine(CUSTOMER, ANY_NAME, FAULT).as(Operation.Unload::new);
    private static final Arbitrary<Operation> RELOAD =
            Combinators.combine(CUSTOMER, ANY_NAME, FAULT).as(Operation.Reload::new);

    private static final Arbitrary<Operation> TOGETHER = Arbitraries.frequencyOf(
            Tuple.of(
                    3,
                    Combinators.combine(
                                    Arbitraries.oneOf(DELIVER, PENDING, LISTING),
                                    Arbitraries.oneOf(DELIVER, LISTING, UNLOAD, RELOAD))
                            .as(Operation.Together::new)),
            Tuple.of(
                    1,
                    Combinators.combine(AGGREGATE, Arbitraries.oneOf(DELIVER, LISTING, UNLOAD))
                            .as(Operation.Together::new)));

    private static final Arbitrary<Operation> OPERATION = Arbitraries.frequencyOf(
            Tuple.of(5, EXPORT),
            Tuple.of(4, CHANGE),
            Tuple.of(2, GO_BACK),
            Tuple.of(2, COPY),
            Tuple.of(1, SPOIL),
            Tuple.of(1, REMOVE),
            Tuple.of(1, PUT),
            Tuple.of(1, PUT_COPY),
            Tuple.of(6, Arbitraries.just(new Operation.Round())),
            Tuple.of(5, AGGREGATE),
            Tuple.of(5, DELIVER),
            Tuple.of(2, PENDING),
            Tuple.of(1, LISTING),
            Tuple.of(3, UNLOAD),
            Tuple.of(3, RELOAD),
            Tuple.of(3, TOGETHER));

    private Histories() {}

    /** Any history; mostly with the default policy. */
    static Arbitrary<History> any() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(8, RowIdentity.FINGERPRINT),
                                Tuple.of(1, RowIdentity.IDENTIFIER),
                                Tuple.of(1, RowIdentity.NONE)),
                        OPERATION.list().ofMinSize(4).ofMaxSize(20))
                .as(History::new);
    }
}
