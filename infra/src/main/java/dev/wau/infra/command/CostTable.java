package dev.wau.infra.command;

import dev.wau.cli.command.CommandContext;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Table;
import dev.wau.cli.terminal.Terminal;
import dev.wau.infra.cost.Estimate;
import dev.wau.infra.cost.Figures;
import dev.wau.infra.cost.Line;
import dev.wau.infra.cost.Quote;
import dev.wau.infra.cost.Usage;
import java.time.LocalDate;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Estimates for a person: a table for each, what it says, and what must be known to believe it. */
final class CostTable {

    private final CommandContext context;
    private final Terminal terminal;
    private final Usage usage;

    CostTable(CommandContext context, Usage usage) {
        this.context = context;
        this.terminal = context.terminal();
        this.usage = usage;
    }

    void print(Estimate estimate) {
        terminal.line(terminal.styled(Style.BOLD, estimate.environment()) + "  " + estimate.region());
        Table table = new Table()
                .text("stage")
                .text("item")
                .number("quantity")
                .text("unit")
                .number("USD each")
                .number("USD a month")
                .text("price");
        String before = "";
        for (Line line : estimate.lines()) {
            table.row(
                    line.stage().equals(before) ? "" : line.stage(),
                    line.item(),
                    Figures.quantity(line.quantity()),
                    line.quote().price().id().unit(),
                    Figures.plain(line.quote().price().usd()),
                    Figures.usd(line.usd()),
                    line.quote().remark());
            before = line.stage();
        }
        table.row("total", "", "", "", "", Figures.usd(estimate.total()), "");
        table.print(terminal);
        terminal.line("Idle, with no data and no queries: " + Figures.usd(estimate.idle()) + " USD a month, "
                + Numbers.share(estimate.idleShare()) + " of it");
        terminal.line("The warehouse alone can cost at most " + Figures.usd(estimate.worstDay()) + " USD a day"
                + limit(estimate));
        if (estimate.overLimit()) {
            terminal.line("This use takes " + Figures.quantity(estimate.rpuHours())
                    + " RPU-hours a day, more than its daily-rpu-hours " + estimate.rpuHoursLimit());
        }
        context.tell("Assumed: " + Figures.plain(usage.gigabytesPerDay()) + " GB in "
                + Figures.plain(usage.filesPerDay()) + " files a day; runs a day: " + Figures.quantity(estimate.runs())
                + ", minutes a load: " + Figures.quantity(estimate.loadMinutes()) + ", query hours a day: "
                + Figures.plain(usage.queryHours()) + ", months of data: " + usage.months());
        terminal.line("");
    }

    private static String limit(Estimate estimate) {
        if (estimate.dayLimit().signum() == 0) {
            return ": daily-rpu-hours sets no limit";
        }
        return estimate.ends()
                ? ", where daily-rpu-hours ends it"
                : ": daily-rpu-hours tells at " + Figures.usd(estimate.dayLimit())
                        + ", and only 'limit-action: deactivate' would end it there";
    }

    /** What holds for all of them. */
    void printRemarks(List<Estimate> estimates) {
        List<Quote> quotes = estimates.stream()
                .flatMap(estimate -> estimate.lines().stream())
                .map(Line::quote)
                .toList();
        remark("Not found for the region, so another's stands in: ", quotes, Quote::elsewhere, this::id);
        remark(
                "Look these up before you rely on them: ",
                quotes,
                quote -> quote.price().doubt().isPresent(),
                quote -> id(quote) + " (" + quote.price().doubt().orElse("") + ")");
        context.note(
                "List prices" + days(quotes) + ", of the first tier, without any account's free allowances; a month is"
                        + " 730 hours; --json has each price's date and page.");
        context.note(
                "Not counted: data transfer out of the region, Glue's own job metrics, customers reading their files,"
                        + " reading what is archived, snapshots, deployments, support, tax.");
    }

    /** From the oldest to the newest. */
    private static String days(List<Quote> quotes) {
        LongSummaryStatistics days = quotes.stream()
                .mapToLong(quote -> quote.price().date().toEpochDay())
                .summaryStatistics();
        return days.getCount() == 0
                ? ""
                : " as seen " + LocalDate.ofEpochDay(days.getMin()) + " to " + LocalDate.ofEpochDay(days.getMax());
    }

    private String id(Quote quote) {
        return quote.price().id().text();
    }

    private void remark(String words, List<Quote> quotes, Predicate<Quote> which, Function<Quote, String> how) {
        Stream<String> names = quotes.stream().filter(which).map(how);
        String all =
                names.collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            context.note(words + all);
        }
    }
}
