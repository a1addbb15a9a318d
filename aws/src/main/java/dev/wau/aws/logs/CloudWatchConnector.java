package dev.wau.aws.logs;

import dev.wau.aws.access.AwsClients;
import dev.wau.collect.Connector;
import dev.wau.collect.Source;
import dev.wau.collect.SourcePlace;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Opens log groups of CloudWatch Logs. Sources of one account and region share the calls it allows. Thread-safe. */
public final class CloudWatchConnector implements Connector {

    /** Five calls a second: what every region allows. */
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final AwsClients clients;
    private final InstantSource clock;
    private final Duration interval;
    private final Map<Account, Pace> paces = new ConcurrentHashMap<>();

    /** What a quota counts for, as far as a place tells. */
    private record Account(String role, String region) {}

    /** With these clients, which stay the caller's to close. */
    public CloudWatchConnector(AwsClients clients, InstantSource clock) {
        this(clients, clock, INTERVAL);
    }

    /** With so much time between two calls. */
    CloudWatchConnector(AwsClients clients, InstantSource clock, Duration interval) {
        this.clients = clients;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public ObjectStore store(StorePlace place) {
        throw new WauException(
                ErrorCode.INVALID_CONFIGURATION,
                "Cannot write to " + place.location() + ": log groups are only read. Name a folder or s3://BUCKET");
    }

    @Override
    public Source source(SourcePlace place) {
        LogGroupName group = LogGroupName.of(place.location());
        CloudAccess access = access(place.access(), group);
        Pace pace = paces.computeIfAbsent(account(access), account -> new Pace(interval));
        LogGroupClient client = new LogGroupClient(
                () -> clients.logs(access), access, group, place.logs().streamPrefix(), pace);
        return new LogGroupSource(place.location(), place.logs(), client, clock);
    }

    @Override
    public void close() {
        // The clients are the caller's.
    }

    // An ARN tells its region.
    private static CloudAccess access(CloudAccess access, LogGroupName group) {
        return access.region() != null
                ? access
                : new CloudAccess(group.region(), access.endpoint(), access.role(), access.externalId());
    }

    // Of arn:aws:iam::ACCOUNT:role/NAME the account's number; all that needs no role is one account.
    private static Account account(CloudAccess access) {
        String[] role = access.role() == null ? new String[0] : access.role().split(":");
        return new Account(role.length > 4 ? role[4] : "", access.region() == null ? "" : access.region());
    }
}
