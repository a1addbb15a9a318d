package dev.wau.cli.doctor;

import dev.wau.check.Check;
import dev.wau.check.Checks;
import dev.wau.cli.terminal.Numbers;
import dev.wau.collect.Source;
import dev.wau.collect.SourcePlace;
import dev.wau.config.CustomerConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Whether each customer's source can be listed and read, with the customer's role; some at a time. For one thread. */
final class SourceChecks {

    /** Most of the time is spent waiting for other accounts. */
    private static final int AT_A_TIME = 16;

    /** So many fine ones are told one by one. */
    private static final int TOLD = 20;

    private final Function<SourcePlace, Source> sources;
    private final Checks checks;
    private final Duration patience;
    private final Consumer<String> waiting;

    /**
     * Of customers' sources.
     *
     * @param patience after so long, and again after it, a person is told how far it is
     * @param waiting is told that
     */
    SourceChecks(Function<SourcePlace, Source> sources, Checks checks, Duration patience, Consumer<String> waiting) {
        this.sources = sources;
        this.checks = checks;
        this.patience = patience;
        this.waiting = waiting;
    }

    /** Looks at them all; told in this order. */
    void look(List<CustomerConfig> customers) {
        List<Check> found = all(customers);
        long fine =
                found.stream().filter(check -> check.state() == Check.State.OK).count();
        if (fine > TOLD) {
            found.stream().filter(check -> check.state() != Check.State.OK).forEach(checks::add);
            checks.ok("reads the sources of " + Numbers.count(fine) + " customers");
        } else {
            found.forEach(checks::add);
        }
    }

    private List<Check> all(List<CustomerConfig> customers) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_A_TIME, customers.size())));
        try {
            List<Future<Check>> looks = customers.stream()
                    .map(customer -> threads.submit(() -> look(customer)))
                    .toList();
            List<Check> found = new ArrayList<>();
            for (Future<Check> look : looks) {
                found.add(await(look, looks));
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot look at the sources: interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A look at a source failed otherwise than sources do", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Check await(Future<Check> look, List<Future<Check>> all) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return look.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long done = all.stream().filter(Future::isDone).count();
                waiting.accept("looked at " + Numbers.count(done) + " of " + Numbers.count(all.size()) + " sources");
            }
        }
    }

    private Check look(CustomerConfig customer) {
        SourcePlace place = customer.source();
        String name = "reads " + customer.customer() + "'s source " + place.location();
        String key = "customers." + customer.customer() + ".source";
        try {
            return sources.apply(place).probe() ? Check.ok(name) : empty(name, key, place);
        } catch (WauException e) {
            return Check.wrong(name, problem(e, place), fix(key, place));
        }
    }

    /** The store's words say what to do, too, which the fix says already. */
    private static String problem(WauException e, SourcePlace place) {
        return place.location().isFolder() && Files.notExists(place.location().folder())
                ? "there is no such folder"
                : String.valueOf(e.getMessage());
    }

    private static Check empty(String name, String key, SourcePlace place) {
        return place.location().scheme().equals(Location.CLOUDWATCH)
                ? Check.note(
                        name,
                        "it can be read, and has no events",
                        "see that " + key + " and logs.stream-prefix name the right ones, or wait for the first event")
                : Check.note(
                        name,
                        "it can be listed, and "
                                + (place.location().isFolder() ? "no file" : "none of the first 1,000 objects")
                                + " matches '" + place.files() + "'",
                        "see that " + key + " and 'files' name the right ones, or wait for the first export");
    }

    private static String fix(String key, SourcePlace place) {
        if (place.location().isFolder()) {
            String mend = Files.notExists(place.location().folder())
                    ? "make the folder"
                    : "let this user list it and read its files";
            return mend + ", or correct " + key + " in wau.yaml";
        }
        String who = place.access().role() == null
                ? "these credentials"
                : "the role " + place.access().role();
        String rights = place.location().scheme().equals(Location.CLOUDWATCH)
                ? "logs:DescribeLogGroups and logs:FilterLogEvents"
                : "s3:ListBucket and s3:GetObject";
        return "correct " + key + " or its 'aws' in wau.yaml, or allow " + rights + " on it to " + who;
    }
}
