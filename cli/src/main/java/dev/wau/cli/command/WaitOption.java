package dev.wau.cli.command;

import dev.wau.warehouse.Patience;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The option of every command that opens the warehouse. */
final class WaitOption {

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "wait so long while another process holds the warehouse: 90s, 10m, 1h, or 0"
                    + " (default: 10m to change it, 10s to read it)")
    Duration wait;

    private WaitOption(Duration wait) {
        this.wait = wait;
    }

    /** A load is worth waiting for, by a timer too. */
    static WaitOption toChange() {
        return new WaitOption(Duration.ofMinutes(10));
    }

    /** A person is waiting. */
    static WaitOption toRead() {
        return new WaitOption(Duration.ofSeconds(10));
    }

    /** So long, with a note on who is waited for. */
    Patience patience(CommandContext context) {
        return new Patience(wait, context::note);
    }
}
