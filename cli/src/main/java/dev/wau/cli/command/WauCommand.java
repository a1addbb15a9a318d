package dev.wau.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The root: what all commands share. */
@Command(
        name = "wau",
        header = "Audit log files of many customers in, weekly active users out.",
        synopsisHeading = "%n",
        customSynopsis = "wau [options] COMMAND [command's options]",
        optionListHeading = "%nOptions of every command:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, but with rejects, refused files or missing customers, and --strict asked to be told",
            "2:wrong use: the command line, wau.yaml or a query",
            "3:failed"
        },
        footer = {
            "",
            "First time?  wau demo                    the whole way with made-up data",
            "Own files?   wau init, then wau run      'wau COMMAND --help' ends with an example"
        },
        sortOptions = false)
final class WauCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "show the version")
    boolean version;
}
