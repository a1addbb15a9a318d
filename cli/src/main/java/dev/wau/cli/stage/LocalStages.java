package dev.wau.cli.stage;

import dev.wau.aggregate.Aggregator;
import dev.wau.aws.AwsPlaces;
import dev.wau.aws.deployment.Deployment;
import dev.wau.catalog.StoredCatalog;
import dev.wau.catalog.TableCatalog;
import dev.wau.check.Checks;
import dev.wau.collect.Connectors;
import dev.wau.collect.Source;
import dev.wau.collect.SourcePlace;
import dev.wau.complete.CompletionMarker;
import dev.wau.config.WauConfig;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.LocalLoadEngine;
import dev.wau.load.PendingLoads;
import dev.wau.load.PendingMarkers;
import dev.wau.load.Verifier;
import dev.wau.load.Warehouse;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.trigger.LoadEngine;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Look;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;
import dev.wau.warehouse.redshift.RedshiftSelfTest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stages on this machine: the places of {@code wau.yaml}, wherever they are, and its warehouse. Each is opened when it is
 * first needed and closed with this. For one thread.
 */
public final class LocalStages implements AutoCloseable {

    private final WauConfig config;
    private final Access access;
    private final Patience patience;
    private final Progress progress;
    private final AwsPlaces aws;
    private final Connectors connectors;
    private @Nullable ObjectStore central;
    private @Nullable Warehouse warehouse;

    private LocalStages(WauConfig config, Access access, Patience patience, Progress progress) {
        this.config = config;
        this.access = access;
        this.patience = patience;
        this.progress = progress;
        InstantSource clock = InstantSource.system();
        this.aws = new AwsPlaces(clock);
        this.connectors = aws.with(Connectors.folders(clock));
    }

    /** Stages that may change the warehouse. */
    public static LocalStages of(WauConfig config, Patience patience, Progress progress) {
        return new LocalStages(config, Access.READ_WRITE, patience, progress);
    }

    /** Stages that only look at the warehouse, beside others that do. */
    public static LocalStages readOnly(WauConfig config, Patience patience, Progress progress) {
        return new LocalStages(config, Access.READ_ONLY, patience, progress);
    }

    /** The central bucket. */
    public ObjectStore central() {
        ObjectStore opened = central;
        if (opened == null) {
            opened = connectors.store(config.central());
            central = opened;
        }
        return opened;
    }

    /** The warehouse. */
    public Warehouse warehouse() {
        Warehouse opened = warehouse;
        if (opened == null) {
            opened = Warehouses.open(config.warehouse(), setting(access));
            warehouse = opened;
        }
        return opened;
    }

    private WarehouseSetting setting(Access wanted) {
        String region = config.central().access().region();
        WarehouseSetting setting = WarehouseSetting.of(wanted, patience)
                .with(
                        config.redshift(),
                        aws.login(config.warehouse(), config.redshift().secret(), region));
        return wanted == Access.READ_WRITE ? setting.with(central()) : setting;
    }

    /** What the warehouse says of itself; doesn't open it. */
    public Look look() {
        return Warehouses.look(config.warehouse(), setting(Access.READ_ONLY));
    }

    /** A customer's source. */
    public Source source(SourcePlace place) {
        return connectors.source(place);
    }

    /** What is deployed around the central bucket, which is in S3. */
    public Deployment deployment() {
        return aws.deployment(config.central());
    }

    /** The self-test of a warehouse that is Redshift. */
    public RedshiftSelfTest selfTest(Checks checks) {
        return new RedshiftSelfTest(
                config.warehouse(),
                setting(Access.READ_WRITE),
                central(),
                name -> connectors.store(config.central().folder(name)),
                checks);
    }

    /** Brings the sources' files to the central bucket. */
    public Aggregator aggregator() {
        return Aggregator.of(config, connectors, progress);
    }

    /** The load job on this machine. */
    public LoadJob loadJob() {
        return new LoadJob(central(), warehouse(), config.policies(), config.limits(), InstantSource.system(), progress)
                .restating(config.reports());
    }

    /** Runs the load for a marker, here. */
    public LocalLoadEngine engine() {
        return new LocalLoadEngine(central(), loadJob());
    }

    /**
     * The load as runs of the Glue job that {@code wau.yaml} names.
     *
     * @throws WauException INVALID_CONFIGURATION: it names none, or the central bucket isn't in S3
     */
    public LoadEngine glue() {
        String job = config.glueJob();
        if (job == null) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot run the load on Glue: " + config.file() + " names no job. Add:\n"
                            + "  glue:\n    job: NAME");
        }
        Location place = config.central().location();
        if (place.isFolder()) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot run the load on Glue: the central bucket is the folder " + place
                            + ", which Glue can't read. Set 'central: s3://BUCKET/PREFIX', or leave out --engine glue");
        }
        return aws.glue(job, config.central().access().region(), place);
    }

    /** The catalog of tables: Glue's where {@code wau.yaml} names a database of it, else the central bucket's own. */
    public TableCatalog catalog() {
        return config.glue().database() == null
                ? new StoredCatalog(central())
                : aws.catalog(config.central().access().region());
    }

    /** The markers of the central bucket. */
    public PendingMarkers markers() {
        return new PendingMarkers(central(), warehouse().history());
    }

    /** The markers that stand there, loaded or not; doesn't open the warehouse. */
    public List<ObjectKey> markerKeys() {
        return PendingMarkers.all(central());
    }

    /** The markers that wait for their load; all of them where there is no warehouse yet. */
    public List<ObjectKey> waitingMarkers() {
        try {
            return markers().list();
        } catch (WauException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return markerKeys();
            }
            throw e;
        }
    }

    /**
     * Loads every marker that isn't loaded yet, oldest first: this batch's, and any whose event was lost.
     *
     * @throws WauException INVALID_MARKER, after all others are loaded
     */
    public List<LoadResult> loadPending() {
        List<LoadResult> results = new ArrayList<>();
        pending().run(results::add);
        return results;
    }

    /** The same; where no marker was ever written, what stands under {@code csv/}. */
    public List<LoadResult> loadPendingOrListed() {
        List<LoadResult> results = new ArrayList<>();
        pending().runOrList(results::add);
        return results;
    }

    private PendingLoads pending() {
        return new PendingLoads(central(), warehouse().history(), loadJob());
    }

    /** Checks the warehouse against the files. */
    public Verifier verifier() {
        return new Verifier(
                central(),
                warehouse().history(),
                config.policies(),
                config.limits().withFieldsOf(warehouse().longestText()),
                progress);
    }

    /**
     * The marker a user means.
     *
     * @param given a batch id, a key, or where the marker is: a path or URI in the central bucket
     */
    public ObjectKey marker(String given) {
        Optional<String> inside = MarkerNames.inside(config.central().location(), given);
        if (inside.isPresent()) {
            return new ObjectKey(inside.get());
        }
        if (given.contains("/")) {
            return new ObjectKey(given);
        }
        return CompletionMarker.key(batch(given));
    }

    /** A batch, named by its id or its marker. */
    public BatchId batch(String given) {
        String name = given.substring(given.lastIndexOf('/') + 1);
        return new BatchId(CompletionMarker.batch(name).orElse(given));
    }

    @Override
    public void close() {
        try {
            if (warehouse != null) {
                warehouse.close();
            }
        } finally {
            connectors.close();
            aws.close();
        }
    }
}
