package dev.wau.cli.command;

import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.Registration;
import dev.wau.catalog.schema.ColumnSchema;
import dev.wau.catalog.schema.CrawledFiles;
import dev.wau.catalog.schema.FilesSchema;
import dev.wau.catalog.schema.UnreadFile;
import dev.wau.cli.stage.CatalogStage;
import dev.wau.cli.terminal.Format;
import dev.wau.cli.terminal.JsonOutput;
import dev.wau.cli.terminal.Listing;
import dev.wau.cli.terminal.Numbers;
import dev.wau.cli.terminal.Style;
import dev.wau.cli.terminal.Text;
import dev.wau.load.TableShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a crawl found and listed, as a story or as JSON lines. */
final class CrawlReport {

    private static final int MOST_UNREAD = 5;
    private static final int MOST_PLACES = 3;
    private static final int MOST_KEPT = 5;

    private final CommandContext context;
    private final CatalogStage stage;
    private final FilesSchema files;
    private final List<String> kept;

    /** @param kept the columns of which the catalog keeps what these files don't show */
    CrawlReport(CommandContext context, CatalogStage stage, FilesSchema files, List<String> kept) {
        this.context = context;
        this.stage = stage;
        this.files = files;
        this.kept = kept;
    }

    private boolean isJson() {
        return context.format() == Format.JSON;
    }

    /** The files' columns. */
    void files() {
        columns().print(context.terminal(), context.format(), files.columns());
        if (!isJson()) {
            context.terminal().line("");
            context.tell("csv/         " + looked(files.crawled()));
            context.tell("             " + headers(files));
            unread(context, files.crawled());
        }
    }

    private Listing<ColumnSchema> columns() {
        return new Listing<ColumnSchema>("crawled_column")
                .text("column", ColumnSchema::name)
                .text("value_type", "type", column -> column.type().label())
                .number("files", ColumnSchema::files)
                .words("empty", column -> Numbers.share(column.emptyShare()))
                .words("places", CrawlReport::places)
                .detail("empty", ColumnSchema::emptyShare)
                .detail("places", CrawlReport::placesAsList)
                .number("longest_bytes", "longest", ColumnSchema::longest)
                .words("e.g.", column -> String.join("  ", column.examples()))
                .detail("examples", ColumnSchema::examples)
                .detail("records", ColumnSchema::records)
                .detail("records_filled", ColumnSchema::filled)
                .detail("target", column -> column.column().target())
                .detail(
                        "placement",
                        column -> column.column().placement().name().toLowerCase(Locale.ROOT))
                .detail("first_file", ColumnSchema::firstFile);
    }

    /** Where it stands, from 1, and in how many files: {@code 3 (12), 5 (1)}. */
    private static String places(ColumnSchema column) {
        boolean one = column.positions().size() == 1;
        String all = commonest(column)
                .limit(MOST_PLACES)
                .map(place -> (place.getKey() + 1) + (one ? "" : " (" + place.getValue() + ")"))
                .collect(Collectors.joining(", "));
        return column.positions().size() > MOST_PLACES ? all + ", ..." : all;
    }

    private static List<Map<String, Long>> placesAsList(ColumnSchema column) {
        return commonest(column)
                .<Map<String, Long>>map(place -> {
                    Map<String, Long> members = new LinkedHashMap<>();
                    members.put("place", place.getKey() + 1L);
                    members.put("files", place.getValue());
                    return members;
                })
                .toList();
    }

    private static Stream<Map.Entry<Integer, Long>> commonest(ColumnSchema column) {
        return column.positions().entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed());
    }

    /** How much was looked at. */
    static String looked(CrawledFiles crawled) {
        String all = Numbers.count(crawled.files(), "file") + " of " + Numbers.count(crawled.customers(), "customer")
                + ", " + Numbers.bytes(crawled.bytes()) + "; ";
        String read = crawled.read() == crawled.files() ? "all" : Numbers.count(crawled.read());
        String cut = crawled.cut() == 0 ? "" : ", of " + Numbers.count(crawled.cut()) + " the beginning";
        return all + read + " looked at" + cut + ", " + Numbers.count(crawled.records(), "record")
                + (crawled.failed() == 0 ? "" : ", " + Numbers.count(crawled.failed(), "file") + " could not be read")
                + (crawled.rejected() == 0 ? "" : ", " + Numbers.count(crawled.rejected()) + " of them unreadable")
                + (crawled.isSampled() ? " (--whole looks at all)" : "");
    }

    private static String headers(FilesSchema files) {
        if (files.layouts() < 2) {
            return "one header for all";
        }
        return (files.layouts() < FilesSchema.MOST_LAYOUTS ? "" : "at least ") + Numbers.count(files.layouts())
                + " different headers; " + Numbers.count(files.inOrder()) + " of "
                + Numbers.count(files.crawled().read(), "file") + " have the columns in this order";
    }

    /** The files that could not be read. */
    static void unread(CommandContext context, CrawledFiles crawled) {
        crawled.unread().stream()
                .limit(MOST_UNREAD)
                .forEach(file -> context.note(context.terminal().styled(Style.AMBER, Text.lines(words(file)))));
        if (crawled.unreadFiles() > MOST_UNREAD) {
            context.note("... and " + Numbers.count(crawled.unreadFiles() - MOST_UNREAD) + " more could not be read");
        }
    }

    private static String words(UnreadFile file) {
        return file.file() + ": not read: " + file.reason();
    }

    /** The warehouse's columns. */
    void rows(TableShape shape) {
        if (isJson()) {
            new Listing<TableShape.Column>("warehouse_column")
                    .text("column", TableShape.Column::name)
                    .text("value_type", TableShape.Column::type)
                    .print(context.terminal(), Format.JSON, shape.columns());
        } else {
            context.tell("warehouse    " + shape.place() + ", " + shape.engine() + ", "
                    + Numbers.count(shape.columns().size(), "column"));
        }
    }

    /** A table, and what became of it. */
    void registered(CatalogTable table, Registration registration, String before) {
        if (isJson()) {
            try (JsonOutput json = JsonOutput.to(context.terminal())) {
                json.object("registered_table")
                        .field("table", table.name())
                        .field("registration", registration.code())
                        .field("done", before.isEmpty())
                        .field("location", table.location())
                        .field("columns", table.columns().size())
                        .end();
            }
        } else {
            context.tell("catalog      " + table.name() + "   " + before + registration.code() + "   "
                    + Numbers.count(table.columns().size(), "column"));
        }
    }

    private String firstKept() {
        String first = kept.stream().limit(MOST_KEPT).collect(Collectors.joining(", "));
        return kept.size() > MOST_KEPT ? first + ", ..." : first;
    }

    /** The last line. */
    void end(boolean warehouseThere) {
        CrawledFiles crawled = files.crawled();
        if (isJson()) {
            try (JsonOutput json = JsonOutput.to(context.terminal())) {
                json.object("crawl")
                        .field("files", crawled.files())
                        .field("files_read", crawled.read())
                        .field("files_unread", crawled.unreadFiles())
                        .field("bytes", crawled.bytes())
                        .field("records", crawled.records())
                        .field("records_rejected", crawled.rejected())
                        .field("whole", crawled.isWhole())
                        .field("columns", files.columns().size())
                        .field("header_layouts", files.layouts())
                        .field("files_in_order", files.inOrder())
                        .field("columns_kept", kept.size())
                        .end();
            }
            return;
        }
        if (!kept.isEmpty()) {
            context.note("Kept as the catalog had it, since these files don't contradict it: "
                    + Numbers.count(kept.size(), "column") + " (" + Text.line(firstKept())
                    + "); 'wau crawl --whole' looks at all and lists what is there.");
        }
        if (!warehouseThere) {
            context.note("The warehouse has no tables yet ('wau load' makes them): only csv/ is listed.");
        }
        context.tell("             in " + stage.place() + "   'wau catalog verify' says whether it is right");
    }
}
