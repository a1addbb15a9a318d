package dev.wau.cli;

import dev.wau.cli.command.AggregateCommand;
import dev.wau.cli.command.CatalogCommand;
import dev.wau.cli.command.CommandEntry;
import dev.wau.cli.command.CompletionCommand;
import dev.wau.cli.command.CrawlCommand;
import dev.wau.cli.command.DoctorCommand;
import dev.wau.cli.command.HistoryCommand;
import dev.wau.cli.command.InfraCommand;
import dev.wau.cli.command.InitCommand;
import dev.wau.cli.command.InspectCommand;
import dev.wau.cli.command.LoadCommand;
import dev.wau.cli.command.PlanCommand;
import dev.wau.cli.command.QueryCommand;
import dev.wau.cli.command.RejectsCommand;
import dev.wau.cli.command.ReloadCommand;
import dev.wau.cli.command.ReportCommand;
import dev.wau.cli.command.RewindCommand;
import dev.wau.cli.command.RunCommand;
import dev.wau.cli.command.StatusCommand;
import dev.wau.cli.command.UnloadCommand;
import dev.wau.cli.command.VerifyCommand;
import dev.wau.cli.command.VersionCommand;
import dev.wau.cli.command.WatchCommand;
import dev.wau.cli.demo.DemoCommand;
import java.util.List;

/** All commands, in the order of the help. */
public final class Commands {

    private Commands() {}

    /** Each once. */
    public static List<CommandEntry> all() {
        return List.of(
                new CommandEntry("demo", "The whole way with made-up data", DemoCommand::new),
                new CommandEntry("init", "Write a commented wau.yaml", InitCommand::new),
                new CommandEntry("inspect", "Read one file and say what would become of it", InspectCommand::new),
                new CommandEntry("plan", "What a run would do, without doing it", PlanCommand::new),
                new CommandEntry("run", "The whole way, once: aggregate, complete, trigger, load", RunCommand::new),
                new CommandEntry("watch", "Stay, and do it as files and markers arrive", WatchCommand::new),
                new CommandEntry("aggregate", "Bring new files to the central bucket", AggregateCommand::new),
                new CommandEntry("load", "Load new files into the warehouse, once", LoadCommand::new),
                new CommandEntry("report", "Weekly active users and the other numbers", ReportCommand::new),
                new CommandEntry("query", "Ask the warehouse in SQL, read-only", QueryCommand::new),
                new CommandEntry("history", "What was loaded, from where, and where it stands", HistoryCommand::new),
                new CommandEntry("rejects", "The records that could not be loaded, and why", RejectsCommand::new),
                new CommandEntry(
                        "crawl", "List the files' and the warehouse's tables in the catalog", CrawlCommand::new),
                new CommandEntry(
                        "catalog", "The tables in the catalog, and whether they are right", CatalogCommand::new),
                new CommandEntry("status", "How things stand: markers, waiting loads, runs", StatusCommand::new),
                new CommandEntry(
                        "doctor", "Check what wau works with, and a Redshift by a self-test", DoctorCommand::new),
                new CommandEntry("verify", "Prove that nothing is lost or doubled", VerifyCommand::new),
                new CommandEntry("rewind", "Take back what later batches brought", RewindCommand::new),
                new CommandEntry("unload", "Take a file's rows out", UnloadCommand::new),
                new CommandEntry("reload", "Load a file again", ReloadCommand::new),
                new CommandEntry(
                        "infra", "The system on AWS as code: templates, and what they cost", InfraCommand::new),
                new CommandEntry(
                        "completion", "Print a completion script for bash and zsh", () -> new CompletionCommand(all())),
                new CommandEntry("version", "The version of wau, Java and the system", VersionCommand::new));
    }
}
