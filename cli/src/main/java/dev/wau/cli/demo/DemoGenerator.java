package dev.wau.cli.demo;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the demo's audit log files from a seed: the same bytes at every run, on every machine, with any number of
 * threads. Not thread-safe.
 */
final class DemoGenerator {
    private final DemoSize size;
    private final Dice dice;
    private final int threads;
    private final Map<DemoCustomer, List<DemoUser>> users = new HashMap<>();

    /**
     * @param seed of all chance
     * @param threads how many files are made at once
     */
    DemoGenerator(long seed, DemoSize size, int threads) {
        this.size = size;
        this.dice = new Dice(seed).at(1);
        this.threads = threads;
        for (DemoCustomer customer : customers()) {
            users.put(customer, Population.of(customer, dice.at(customer.index())));
        }
    }

    /** The customers whose files it makes. */
    List<DemoCustomer> customers() {
        return DemoCustomer.ALL.subList(0, size.customers());
    }

    /** How many weeks it makes. */
    int weeks() {
        return size.weeks();
    }

    /**
     * Writes the files that come in this phase to {@code <folder>/<customer>/}.
     *
     * @return what was written
     * @throws WauException STORE_FAILED: a file could not be written
     */
    Made write(Phase phase, Path folder) {
        List<Callable<Made>> weeks = new ArrayList<>();
        for (DemoCustomer customer : customers()) {
            for (int week = Math.max(customer.firstWeek(), size.firstWeek()); week < DemoCalendar.WEEKS; week++) {
                int thisWeek = week;
                weeks.add(() -> writeWeek(customer, thisWeek, phase, folder.resolve(customer.name())));
            }
        }
        return together(weeks);
    }

    private Made writeWeek(DemoCustomer customer, int week, Phase phase, Path folder) throws IOException {
        List<PlannedExport> plans = WeekPlan.of(customer, week, dice.at(500)).stream()
                .filter(plan -> phase == Phase.FIRST ? plan.inFirst() : plan.phase() == phase)
                .toList();
        if (plans.isEmpty()) {
            return Made.NOTHING;
        }
        List<DemoUser> people = users.getOrDefault(customer, List.of());
        List<DemoEvent> events = DemoWeek.events(
                customer, people, week, dice.at(600 + customer.index()).at(week));
        ExportFolder out = new ExportFolder(folder);
        for (PlannedExport plan : plans) {
            out.write(Export.make(plan, week, events, phase, dice.at(700)));
        }
        return out.made();
    }

    private Made together(List<Callable<Made>> weeks) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Made all = Made.NOTHING;
            List<Made> parts = new ArrayList<>();
            for (Future<Made> part : pool.invokeAll(weeks)) {
                parts.add(part.get());
            }
            for (Made part : parts) {
                all = all.and(part);
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot make the demo's files: interrupted", e);
        } catch (ExecutionException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot make the demo's files: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
