package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Glue job. One run at a time and no queue are no settings: the trigger counts on them.
 *
 * @param workers their number, or the most of them with auto scaling
 * @param insights Glue's job insights
 * @param metrics job metrics and observability in CloudWatch
 * @param bookmark {@code job-bookmark-enable}, {@code -disable} or {@code -pause}, as the job understands them
 * @param flex on spare capacity: cheaper, starts later and may be interrupted
 * @param retries by Glue; a failed run is started again by the next event anyway
 * @param connection whether runs stand in the VPC, by the connection to the warehouse; off, for a warehouse that is reached
 *     otherwise
 * @param arguments further arguments, added to or replacing those that are made here
 */
public record JobSettings(
        String glueVersion,
        String workerType,
        int workers,
        boolean autoScaling,
        boolean insights,
        boolean metrics,
        boolean continuousLogging,
        String bookmark,
        boolean flex,
        int retries,
        int timeoutMinutes,
        boolean connection,
        Map<String, String> arguments) {

    static final JobSettings DEFAULT = new JobSettings(
            "5.1", "G.1X", 5, true, true, true, true, "job-bookmark-enable", false, 0, 480, true, Map.of());

    /**
     * Glue sets some for itself.
     *
     * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html">AWS: arguments
     *     that Glue uses internally</a>
     */
    private static final String ARGUMENT = "--(?!(JOB_NAME|debug|endpoint|mode)$)[A-Za-z][A-Za-z0-9_-]*";

    private static final String ARGUMENT_RULE =
            "--NAME: VALUE, none of Glue's own: --JOB_NAME, --debug, --endpoint, --mode";
    private static final String ANY = "(?s).+";

    public JobSettings {
        arguments = Map.copyOf(arguments);
    }

    static JobSettings read(Section section, JobSettings base) {
        Values values = new Values(section);
        JobSettings read = new JobSettings(
                values.text(
                        "glue-version", "5.0 or 5.1, which run Java 17 and Spark 3.5", "5\\.[01]", base.glueVersion),
                values.text("worker-type", "G.1X, G.2X, G.4X or G.8X", "G\\.[1248]X", base.workerType),
                values.number("workers", 2, 299, base.workers),
                values.flag("auto-scaling", base.autoScaling),
                values.flag("insights", base.insights),
                values.flag("metrics", base.metrics),
                values.flag("continuous-logging", base.continuousLogging),
                values.choice("bookmark", bookmarks(), base.bookmark),
                values.flag("flex", base.flex),
                values.number("retries", 0, 10, base.retries),
                values.number("timeout-minutes", 5, 10_080, base.timeoutMinutes),
                values.flag("connection", base.connection),
                values.map("arguments", ARGUMENT_RULE, ARGUMENT, ANY, base.arguments));
        if (read.flex && !read.workerType.matches("G\\.[12]X")) {
            section.setting("flex").ifPresent(setting -> setting.wrong("only with worker types G.1X and G.2X"));
        }
        return read;
    }

    private static Map<String, String> bookmarks() {
        Map<String, String> bookmarks = new LinkedHashMap<>();
        bookmarks.put("enable", "job-bookmark-enable");
        bookmarks.put("disable", "job-bookmark-disable");
        bookmarks.put("pause", "job-bookmark-pause");
        return bookmarks;
    }
}
