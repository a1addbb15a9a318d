package dev.wau.cli.doctor;

import dev.wau.check.Check;
import dev.wau.check.Checks;
import dev.wau.cli.terminal.Numbers;
import dev.wau.collect.Source;
import dev.wau.collect.SourcePlace;
import dev.wau.config.CustomerConfig;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Whether each customer's source can be listed and read, with the customer's role; some at a time. For one thread. */
final class SourceChecks {

    /** Most of the time is spent waiting for other accounts. */
    private static final int AT_A_TIME = 16;

    /** So many fine ones are told one by one. */
    private static final int TOLD = 20;

    private final Function<SourcePlace, Source> sources;
    private final Progress progress;
    private final Checks checks;

    SourceChecks(Function<SourcePlace, Source> sources, Progress progress, Checks checks) {
        this.sources = sources;
        this.progress = progress;
        this.checks = checks;
    }

    /** Looks at them all; told in this order. */
    void look(List<CustomerConfig> customers) {
        List<Check> found = all(customers, customers.size() > TOLD ? progress : Progress.NONE);
        long fine =
                found.stream().filter(check -> check.state() == Check.State.OK).count();
        if (fine > TOLD) {
            found.stream().filter(check -> check.state() != Check.State.OK).forEach(checks::add);
            checks.ok("reads the sources of " + Numbers.count(fine) + " customers");
        } else {
            found.forEach(checks::add);
        }
    }

    private List<Check> all(List<CustomerConfig> customers, Progress watching) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_A_TIME, customers.size())));
        try (Progress.Stage stage = watching.start("sources", -1, customers.size())) {
            List<Future<Check>> looks = customers.stream()
                    .map(customer -> threads.submit(() -> {
                        Check check = look(customer);
                        stage.advance(0, 1);
                        return check;
                    }))
                    .toList();
            List<Check> found = new ArrayList<>();
            for (Future<Check> look : looks) {
                found.add(look.get());
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

    private Check look(CustomerConfig customer) {
        SourcePlace place = customer.source();
        String name = "reads " + customer.customer() + "'s source " + place.location();
        String key = "customers." + customer.customer() + ".source";
        try {
            return sources.apply(place).probe() ? Check.ok(name) : empty(name, key, place);
        } catch (WauException e) {
            return Check.wrong(name, String.valueOf(e.getMessage()), fix(key, place));
        }
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
            return "make the folder, or correct " + key + " in wau.yaml";
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
