package dev.wau.cli.command;

import dev.wau.check.Check;
import dev.wau.check.Checks;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Terminal;
import dev.wau.cli.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what {@code wau doctor} finds, as it finds it. */
final class DoctorReport {

    private static final int INDENT = 8;
    private static final int LEAST_WIDTH = 40;

    private final CommandContext context;
    private final Terminal terminal;

    DoctorReport(CommandContext context) {
        this.context = context;
        this.terminal = context.terminal();
    }

    void print(Check check) {
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(terminal)) {
                json.object("check")
                        .field("name", check.name())
                        .field("state", check.state().name().toLowerCase(Locale.ROOT))
                        .field("passed", check.passed())
                        .field("problem", check.problem())
                        .field("fix", check.fix())
                        .end();
            }
        } else {
            terminal.line(state(check.state()) + Text.line(check.name()));
            indented(check.problem(), "");
            indented(check.fix(), "fix: ");
        }
        terminal.flush();
    }

    private String state(Check.State state) {
        return switch (state) {
            case OK -> "ok      ";
            case NOTE -> terminal.styled(Style.AMBER, "note") + "    ";
            case WRONG -> terminal.styled(Style.RED, "wrong") + "   ";
        };
    }

    /** Broken between words where it wouldn't fit. */
    private void indented(@Nullable String text, String label) {
        if (text == null) {
            return;
        }
        int room = Math.max(LEAST_WIDTH, terminal.width() - INDENT);
        for (String line : Text.lines(label + text).split("\n", -1)) {
            StringBuilder part = new StringBuilder();
            for (String word : line.split(" ", -1)) {
                if (part.length() > 0 && Text.width(part.toString()) + 1 + Text.width(word) > room) {
                    terminal.line(" ".repeat(INDENT) + part);
                    part.setLength(0);
                } else if (part.length() > 0) {
                    part.append(' ');
                }
                part.append(word);
            }
            terminal.line(" ".repeat(INDENT) + part);
        }
    }

    void end(Checks checks) {
        int fine = checks.count(Check.State.OK);
        int notes = checks.count(Check.State.NOTE);
        int wrong = checks.count(Check.State.WRONG);
        if (context.format() == Format.JSON) {
            try (JsonOutput json = JsonOutput.to(terminal)) {
                json.object("doctor")
                        .field("checks", fine + notes + wrong)
                        .field("ok", fine)
                        .field("notes", notes)
                        .field("wrong", wrong)
                        .end();
            }
            return;
        }
        List<String> found = new ArrayList<>();
        if (wrong > 0) {
            found.add(Numbers.count(wrong) + " wrong");
        }
        if (notes > 0) {
            found.add(Numbers.count(notes, "note"));
        }
        String all = Numbers.count(fine + notes + wrong, "check");
        context.tell("");
        context.tell(found.isEmpty() ? all + ", all ok" : all + ": " + String.join(", ", found));
    }
}
