package dev.wau.aws;

import dev.wau.aws.access.AwsClients;
import dev.wau.aws.access.AwsSettings;
import dev.wau.aws.deployment.Deployment;
import dev.wau.aws.glue.GlueCatalog;
import dev.wau.aws.glue.GlueLoadEngine;
import dev.wau.aws.login.DatabaseLogins;
import dev.wau.aws.logs.CloudWatchConnector;
import dev.wau.aws.s3.S3Connector;
import dev.wau.catalog.TableCatalog;
import dev.wau.collect.Connectors;
import dev.wau.load.LoginSource;
import dev.wau.load.RedshiftUrl;
import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import dev.wau.trigger.LoadEngine;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens what stands in AWS, all on one pool of connections, which is made when something of AWS is first opened: a program
 * that works on folders pays nothing for it. Thread-safe.
 */
public final class AwsPlaces implements AutoCloseable {

    private final Supplier<AwsSettings> settings;
    private final InstantSource clock;
    private @Nullable AwsClients clients;

    /** With what AWS tools find: environment, profile files, the machine's or function's role. */
    public AwsPlaces(InstantSource clock) {
        this(AwsSettings::surroundings, clock);
    }

    /** With settings that are asked for once, when they are first needed. */
    public AwsPlaces(Supplier<AwsSettings> settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** These, and places in S3 and CloudWatch Logs; they end with this. */
    public Connectors with(Connectors others) {
        return others.with(Location.S3, () -> new S3Connector(clients()))
                .with(Location.CLOUDWATCH, () -> new CloudWatchConnector(clients(), clock));
    }

    /**
     * The load as runs of a Glue job.
     *
     * @param job its name
     * @param region null: as the environment or the profile says
     * @param central where the job finds its markers and files
     */
    public LoadEngine glue(String job, @Nullable String region, Location central) {
        return new GlueLoadEngine(
                clients().glue(new CloudAccess(region, null, null, null)),
                job,
                Map.of(GlueLoadEngine.CENTRAL_ARGUMENT, central.toString()));
    }

    /**
     * The Glue Data Catalog of this program's account.
     *
     * @param region null: as the environment or the profile says
     */
    public TableCatalog catalog(@Nullable String region) {
        return new GlueCatalog(clients().glue(new CloudAccess(region, null, null, null)));
    }

    /** What is deployed around a central bucket in S3. */
    public Deployment deployment(StorePlace central) {
        return new Deployment(clients(), central, clock);
    }

    /**
     * Who logs in to a warehouse: by IAM where its URL asks for it, else with a secret, where one is named.
     *
     * @param secret the name or ARN of a secret in Secrets Manager; null: none
     * @param region of a secret that is named without its ARN; null: as the environment or the profile says
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION: the URL asks for IAM and names no workgroup
     */
    public LoginSource login(String warehouse, @Nullable String secret, @Nullable String region) {
        Optional<RedshiftUrl> url = RedshiftUrl.of(warehouse);
        if (url.isPresent() && url.get().byIam()) {
            return DatabaseLogins.workgroup(clients(), url.get(), clock);
        }
        return url.isEmpty() || secret == null ? () -> null : DatabaseLogins.secret(clients(), secret, region, clock);
    }

    private synchronized AwsClients clients() {
        AwsClients made = clients;
        if (made == null) {
            made = new AwsClients(settings.get());
            clients = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (clients != null) {
            clients.close();
        }
    }
}
