package dev.wau.cli.demo;

import dev.wau.aggregate.AggregateResult;
import dev.wau.cli.command.CommandContext;
import dev.wau.cli.terminal.Numbers;
import dev.wau.complete.CustomerOutcome;
import dev.wau.config.WauConfig;
import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
import dev.wau.load.FileResult;
import dev.wau.load.LoadResult;
import dev.wau.model.ObjectKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the files, runs wau over them three times, and tells what happened. For one thread, one use. */
final class DemoStory {
    /** The second run brings the rest of this week. */
    private static final LocalDate RESTATED = DemoCalendar.monday(DemoCalendar.WEEKS - 2);

    private final CommandContext context;
    private final DemoWorkspace workspace;
    private final DemoGenerator generator;
    private long withoutIpAddress;

    DemoStory(CommandContext context, DemoWorkspace workspace, DemoGenerator generator) {
        this.context = context;
        this.workspace = workspace;
        this.generator = generator;
    }

    /**
     * How it ended.
     *
     * @param facts what was planted
     * @param seen what wau says
     * @param weekly the report at the end
     */
    record End(DemoFacts facts, Seen seen, WeeklyUsers weekly) {}

    /** The files of the first run; the story's first line. */
    Made make(String where, long seed) {
        Made first = generator.write(Phase.FIRST, workspace.exports());
        DemoFacts.Volume volume = first.volume();
        context.tell(Numbers.count(generator.customers().size(), "customer") + ", "
                + Numbers.count(generator.weeks(), "week") + ", " + Numbers.count(volume.files(), "file") + ", "
                + Numbers.bytes(volume.bytes()) + ", in " + where + " (made from seed " + seed + ")");
        return first;
    }

    /** Three runs. */
    End run(WauConfig config, Made first) {
        try (Rounds rounds = new Rounds(config, context.progress())) {
            context.tell("");
            LoadResult loaded = round(rounds);
            WeeklyUsers before = WeeklyUsers.of(rounds.weekly());
            Made second = generator.write(Phase.SECOND, workspace.exports());
            generator.write(Phase.LATER, workspace.late());
            DemoFacts facts = DemoFacts.of(first, second);
            context.tell("");
            context.tell("Then " + Numbers.count(facts.count(Trap.REEXPORTED_FILE), "re-export")
                    + " under the same name, and " + facts.count(Trap.LATE_FILE) + " of initech's late files:");
            LoadResult again = round(rounds);
            WeeklyUsers weekly = WeeklyUsers.of(rounds.weekly());
            context.tell(restated(before, weekly));
            context.tell("And once more: " + nothing(rounds.load(rounds.aggregate())));
            Seen seen = new Seen(
                    Observer.content(rounds.warehouse()),
                    Observer.history(rounds.warehouse().history()),
                    reexports(loaded, again),
                    withoutIpAddress,
                    weekly.byMonday());
            return new End(facts, seen, weekly);
        }
    }

    private LoadResult round(Rounds rounds) {
        AggregateResult aggregated = rounds.aggregate();
        withoutIpAddress += aggregated.removed().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        long arrived = aggregated.customers().stream()
                .filter(customer -> customer.outcome() != CustomerOutcome.Outcome.FAILED)
                .count();
        context.tell("complete    " + aggregated.marker() + "  " + arrived + " of "
                + Numbers.count(aggregated.customers().size(), "customer"));
        LoadResult loaded = rounds.load(aggregated).loaded().orElseThrow();
        context.tell(line(loaded));
        return loaded;
    }

    private static String line(LoadResult result) {
        FileCounts counts = result.counts();
        return "            " + Numbers.count(counts.read(), "record") + ": " + Numbers.count(counts.loaded())
                + " loaded, " + Numbers.count(counts.suppressed()) + " repeated, " + Numbers.count(counts.rejected())
                + " rejected";
    }

    private static String restated(WeeklyUsers before, WeeklyUsers after) {
        WeeklyUsers.Week was = before.week(RESTATED);
        WeeklyUsers.Week now = after.week(RESTATED);
        return "            " + RESTATED + ": " + Numbers.count(was.users(), "user") + " (" + was.customers()
                + " customers) became " + Numbers.count(now.users()) + " (" + now.customers() + ")";
    }

    private static String nothing(Rounds.Round round) {
        AggregateResult aggregated = round.aggregated();
        boolean nothing = aggregated.nothingNew() && round.loaded().isEmpty();
        return (nothing ? "nothing new, nothing done, " : "something was new, ") + Numbers.duration(aggregated.took());
    }

    private static Seen.Reexports reexports(LoadResult first, LoadResult second) {
        Map<ObjectKey, FileCounts> before = new HashMap<>();
        first.files().forEach(file -> before.put(file.version().key(), file.counts()));
        List<FileResult> changed = second.files().stream()
                .filter(file -> file.action() == FileAction.CHANGED)
                .toList();
        return new Seen.Reexports(
                changed.stream()
                        .mapToLong(
                                file -> good(before.getOrDefault(file.version().key(), FileCounts.ZERO)))
                        .sum(),
                changed.stream().mapToLong(file -> good(file.counts())).sum());
    }

    private static long good(FileCounts counts) {
        return counts.read() - counts.rejected();
    }
}
