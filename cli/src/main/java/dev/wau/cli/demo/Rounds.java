package dev.wau.cli.demo;

import dev.wau.aggregate.AggregateResult;
import dev.wau.analyse.Report;
import dev.wau.analyse.ReportRequest;
import dev.wau.analyse.ReportTable;
import dev.wau.analyse.Reports;
import dev.wau.cli.stage.LocalStages;
import dev.wau.config.WauConfig;
import dev.wau.load.LoadResult;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.Warehouses;
import java.time.Clock;
import java.util.Optional;

/** The stages, run round after round on the demo's configuration. For one thread; close it. */
final class Rounds implements AutoCloseable {
    private final WauConfig config;
    private final LocalStages stages;

    Rounds(WauConfig config, Progress progress) {
        this.config = config;
        this.stages = LocalStages.of(config, Patience.of(Warehouses.PATIENCE), progress);
    }

    /**
     * One round.
     *
     * @param aggregated what was collected
     * @param loaded what was loaded; empty when nothing was new, so that there is no marker
     */
    record Round(AggregateResult aggregated, Optional<LoadResult> loaded) {}

    /** Aggregates, with the completion marker; a marker starts one load run. */
    AggregateResult aggregate() {
        return stages.aggregator().run();
    }

    /** The load run that the marker starts. */
    Round load(AggregateResult aggregated) {
        return new Round(aggregated, Optional.ofNullable(aggregated.marker()).map(stages.engine()::run));
    }

    Warehouse warehouse() {
        return stages.warehouse();
    }

    /** Weekly active users over the whole calendar. */
    ReportTable weekly() {
        return new Reports(stages.warehouse().activity(), Clock.systemUTC())
                .table(ReportRequest.of(Report.WEEKLY)
                        .between(DemoCalendar.monday(0), DemoCalendar.LAST_DAY)
                        .with(config.reports().active()));
    }

    @Override
    public void close() {
        stages.close();
    }
}
