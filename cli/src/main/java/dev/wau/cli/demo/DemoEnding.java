package dev.wau.cli.demo;

import dev.wau.cli.command.CommandContext;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;

/** The story's end: the chart, what the files tried, what to type next. */
final class DemoEnding {
    private static final int WEEKS = 6;
    private static final int TRAP = 27;
    private static final int OUTCOME = 41;

    private final CommandContext context;
    private final DemoStory.End end;
    private final Terminal terminal;
    private final List<Check> checks;
    private final List<Check> all;
    private final List<Check> wrong;

    DemoEnding(CommandContext context, DemoStory.End end) {
        this.context = context;
        this.end = end;
        this.terminal = context.terminal();
        this.checks = Check.of(end.facts(), end.seen());
        this.all = new ArrayList<>(checks);
        all.addAll(Check.totals(end.facts(), end.seen()));
        this.wrong = all.stream().filter(check -> !check.agrees()).toList();
    }

    /** Whether wau's numbers are the planted ones. */
    boolean agrees() {
        return wrong.isEmpty();
    }

    /** Prints it. */
    void print(NextSteps next) {
        if (context.format() == Format.JSON) {
            json();
            return;
        }
        context.tell("");
        terminal.line(end.weekly().title());
        end.weekly().print(terminal, WEEKS);
        terminal.line();
        terminal.line(terminal.styled(Style.DIM, row("What the files tried", "", "wau ...")));
        checks.forEach(check -> terminal.line(row(check.trap(), check.outcome(), check.command())));
        terminal.line();
        verdict();
        context.tell("");
        next.lines().forEach(context::tell);
    }

    private static String row(String trap, String outcome, String command) {
        return Text.left(trap, TRAP) + "  " + Text.left(outcome, OUTCOME) + "  " + command;
    }

    private void verdict() {
        if (agrees()) {
            terminal.line("All as planted: "
                    + Numbers.count(end.seen().content().rows(), "row") + ", "
                    + Numbers.count(end.facts().weeklyUsers().size(), "weekly number") + ", every number above.");
            return;
        }
        terminal.line(terminal.styled(Style.RED, "Not as planted (a defect of wau; please report it):"));
        for (Check check : wrong) {
            terminal.line(
                    row(check.trap(), check.outcome(), "planted " + check.planted() + ", found " + check.found()));
        }
    }

    private void json() {
        new Listing<Check>("check")
                .text("trap", Check::trap)
                .text("outcome", Check::outcome)
                .text("command", Check::command)
                .number("planted", Check::planted)
                .number("found", Check::found)
                .text("agrees", Check::agrees)
                .print(terminal, Format.JSON, all);
    }
}
