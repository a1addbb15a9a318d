package dev.wau.cli.command;

import dev.wau.config.CustomerConfig;
import dev.wau.config.WauConfig;
import dev.wau.csv.AuditLogReader;
import dev.wau.csv.ReadRules;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import dev.wau.model.Reject;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wau inspect FILE}. */
@Command(
        name = "inspect",
        description = {
            "Reads one file and says what would become of it: columns, time range, records, rejects. Loads nothing.",
            "It is read as wau.yaml says for the customer whose folder it is in (or --customer), as the central folder's",
            "files are read if it is one of them, and else by the options below. gzip and zstd are recognised."
        },
        footer = {
            "Examples:",
            "  wau inspect exports/acme/acme-Jul-02.csv",
            "  wau inspect logon.csv --time-format 'MM/dd/yyyy HH:mm:ss' --timestamp date --event activity --user user",
            "  wau inspect old.csv --delimiter ';' --encoding windows-1252 --output csv > normalised.csv"
        })
public final class InspectCommand implements Subcommand {

    /** What is printed. */
    enum Output {
        SUMMARY,
        CSV
    }

    @Parameters(paramLabel = "FILE", description = "any audit log file on this machine")
    Path file = Path.of("");

    @Option(names = "--customer", paramLabel = "NAME", description = "read it as this customer's files are read")
    @Nullable
    String customer;

    @Option(
            names = "--output",
            paramLabel = "WHAT",
            description = "summary (default), or csv: the records it would load, by the table's columns")
    Output output = Output.SUMMARY;

    @Mixin
    InspectOptions options = new InspectOptions();

    @Override
    public ExitCode run(CommandContext context) throws IOException {
        Path path = context.path(file);
        if (Files.isDirectory(path)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT, "Cannot read " + file + ": it is a folder\n  Name one file in it");
        }
        if (file.toString().startsWith("s3:")) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot read " + file + ": inspect reads files of this machine\n"
                            + "  Fetch it first; 'wau plan' says what is new in buckets");
        }
        if (!Files.isRegularFile(path)) {
            throw new WauException(ErrorCode.NOT_FOUND, "Cannot read " + file + ": there is no such file");
        }
        ReadRules rules = rules(context, path);
        return output == Output.CSV ? records(context, path, rules) : summary(context, path, rules);
    }

    private ExitCode summary(CommandContext context, Path path, ReadRules rules) throws IOException {
        InspectReport report = new InspectReport(context, file.toString(), Files.size(path), rules);
        read(
                context,
                path,
                rules,
                report::reject,
                reader -> report.start(reader.layout()),
                reader -> report.add(reader.record()));
        report.print();
        return context.doneWith(report.rejected());
    }

    private ExitCode records(CommandContext context, Path path, ReadRules rules) throws IOException {
        try (InspectRecords records = new InspectRecords(context.terminal())) {
            read(
                    context,
                    path,
                    rules,
                    records::reject,
                    reader -> records.start(reader.layout()),
                    reader -> records.add(reader.record()));
            records.tellRejects(context);
            return context.doneWith(records.rejected());
        }
    }

    private void read(
            CommandContext context,
            Path path,
            ReadRules rules,
            Consumer<Reject> rejects,
            Consumer<AuditLogReader> opened,
            Consumer<AuditLogReader> record)
            throws IOException {
        Progress progress = context.progressIfLong(Files.size(path));
        try (AuditLogReader reader = AuditLogReader.open(Files.newInputStream(path), rules, rejects::accept);
                Progress.Stage stage = progress.start("inspect", Files.size(path), 1)) {
            opened.accept(reader);
            long told = 0;
            while (reader.next()) {
                record.accept(reader);
                long bytes = reader.bytesRead();
                if (bytes - told > 1 << 20) {
                    stage.advance(bytes - told, 0);
                    told = bytes;
                }
            }
            stage.advance(reader.bytesRead() - told, 1);
        } catch (FileRefusedException e) {
            throw new WauException(ErrorCode.FILE_REFUSED, file + ": refused: " + e.getMessage() + hint(e.reason()), e);
        }
    }

    private static String hint(RefusalReason reason) {
        boolean columns = reason == RefusalReason.NO_TIME_COLUMN || reason == RefusalReason.MISSING_COLUMN;
        return columns ? "\n  Here: --timestamp COLUMN --event COLUMN --user COLUMN, or --delimiter C" : "";
    }

    private ReadRules rules(CommandContext context, Path path) {
        if (customer == null && options.given()) {
            return options.rules();
        }
        if (customer != null) {
            if (options.given()) {
                throw new WauException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Cannot take --customer and options of a file together: wau.yaml says how its files are written");
            }
            return named(context.config(), customer);
        }
        return context.findConfig().flatMap(config -> byFolder(config, path)).orElseGet(options::rules);
    }

    private static ReadRules named(WauConfig config, String name) {
        return config.customers().stream()
                .filter(known -> known.customer().name().equals(name))
                .findFirst()
                .map(known -> rules(config, known))
                .orElseThrow(() -> new WauException(
                        ErrorCode.NOT_FOUND,
                        "Cannot find customer '" + name + "' in " + config.file() + " ("
                                + String.join(
                                        ", ",
                                        config.customers().stream()
                                                .map(known -> known.customer().name())
                                                .toList())
                                + ")"));
    }

    private static Optional<ReadRules> byFolder(WauConfig config, Path path) {
        Optional<Customer> owner = owner(config.central().location(), path);
        if (owner.isPresent()) {
            return Optional.of(ReadRules.central(owner.get(), config.policies().duplicates(), config.limits()));
        }
        return config.customers().stream()
                .filter(known -> isIn(known.source().location(), path))
                .findFirst()
                .map(known -> rules(config, known));
    }

    private static Optional<Customer> owner(Location central, Path path) {
        if (!central.isFolder()) {
            return Optional.empty();
        }
        Path csv = central.folder().resolve("csv");
        return path.startsWith(csv) && path.getNameCount() > csv.getNameCount() + 1
                ? Optional.of(new Customer(path.getName(csv.getNameCount()).toString()))
                : Optional.empty();
    }

    private static boolean isIn(Location source, Path path) {
        return source.isFolder() && path.startsWith(source.folder());
    }

    private static ReadRules rules(WauConfig config, CustomerConfig customer) {
        return new ReadRules(
                customer.customer(),
                customer.dialect(),
                customer.columns(),
                customer.time(),
                customer.personalData(),
                config.policies().duplicates(),
                config.limits());
    }
}
