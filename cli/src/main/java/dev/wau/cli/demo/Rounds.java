package dev.wau.cli.demo;

import dev.wau.aggregate.AggregateResult;
import dev.wau.aggregate.Aggregator;
import dev.wau.analyse.Report;
import dev.wau.analyse.ReportRequest;
import dev.wau.analyse.ReportTable;
import dev.wau.analyse.Reports;
import dev.wau.collect.Connectors;
import dev.wau.config.WauConfig;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.LocalLoadEngine;
import dev.wau.load.Warehouse;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;

/** The stages, run round after round on the demo's configuration. For one thread; close it. */
final class Rounds implements AutoCloseable {
    private final WauConfig config;
    private final Progress progress;
    private final Connectors connectors = Connectors.folders(InstantSource.system());
    private final Warehouse warehouse;
    private final LocalLoadEngine engine;

    Rounds(WauConfig config, Progress progress) {
        this.config = config;
        this.progress = progress;
        this.warehouse = Warehouses.open(config.warehouse(), Access.READ_WRITE);
        ObjectStore central = connectors.store(config.central());
        LoadJob job = new LoadJob(
                        central, warehouse, config.policies(), config.limits(), InstantSource.system(), progress)
                .restating(config.reports());
        this.engine = new LocalLoadEngine(central, job);
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
        return Aggregator.of(config, connectors, progress).run();
    }

    /** The load run that the marker starts. */
    Round load(AggregateResult aggregated) {
        return new Round(aggregated, Optional.ofNullable(aggregated.marker()).map(engine::run));
    }

    Warehouse warehouse() {
        return warehouse;
    }

    /** Weekly active users over the whole calendar. */
    ReportTable weekly() {
        return new Reports(warehouse.activity(), Clock.systemUTC())
                .table(ReportRequest.of(Report.WEEKLY)
                        .between(DemoCalendar.monday(0), DemoCalendar.LAST_DAY)
                        .with(config.reports().active()));
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
