package dev.wau.aws.logs;

import dev.wau.aws.access.AwsErrors;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Asks CloudWatch Logs about one log group. Thread-safe. */
final class LogGroupClient {

    /** CloudWatch Logs may give one token several times in a row before it goes on: boto3 issue 1584. */
    private static final int MAX_EQUAL_TOKENS = 100;

    private static final Map<String, String> ADVICE = Map.of(
            "ResourceNotFoundException", "Check its name, the region, and whose account it is in.",
            "AccessDeniedException", "The source needs logs:DescribeLogGroups and logs:FilterLogEvents on it.");

    private final Supplier<CloudWatchLogsClient> client;
    private final CloudAccess access;
    private final LogGroupName group;
    private final @Nullable String streamPrefix;
    private final Pace pace;

    /** What becomes of each event. */
    interface Sink {
        void accept(LoggedEvent event) throws IOException;
    }

    LogGroupClient(
            Supplier<CloudWatchLogsClient> client,
            CloudAccess access,
            LogGroupName group,
            @Nullable String streamPrefix,
            Pace pace) {
        this.client = client;
        this.access = access;
        this.group = group;
        this.streamPrefix = streamPrefix;
        this.pace = pace;
    }

    /**
     * Its life, as it is now.
     *
     * @throws WauException STORE_FAILED: there is no such group, or it may not be looked at
     */
    GroupLife life() {
        LogGroup found = find().orElseThrow(() -> new WauException(
                ErrorCode.STORE_FAILED,
                "Cannot read log group " + group + ": there is none. " + ADVICE.get("ResourceNotFoundException")));
        Duration retention = found.retentionInDays() == null ? null : Duration.ofDays(found.retentionInDays());
        return new GroupLife(Instant.ofEpochMilli(found.creationTime()), retention);
    }

    // An account may ask for its own groups by name only, for linked accounts' only by ARN.
    private Optional<LogGroup> find() {
        Optional<LogGroup> own = find(group.name())
                .filter(found -> !group.isArn() || group.identifier().equals(found.logGroupArn()));
        return own.isPresent() || !group.isArn() ? own : find(group.identifier());
    }

    private Optional<LogGroup> find(String identifier) {
        return call(logs -> describe(logs, identifier)).stream()
                .filter(found -> group.name().equals(found.logGroupName()))
                .findFirst();
    }

    private static List<LogGroup> describe(CloudWatchLogsClient logs, String identifier) {
        try {
            return logs.describeLogGroups(request -> request.logGroupIdentifiers(identifier))
                    .logGroups();
        } catch (ResourceNotFoundException e) {
            return List.of();
        }
    }

    /**
     * Whether events are there, as far as one page tells: CloudWatch Logs may answer with none and go on.
     *
     * @throws WauException STORE_FAILED: they may not be read
     */
    boolean mayHaveEvents() {
        FilterLogEventsResponse page =
                call(logs -> logs.filterLogEvents(request -> request.logGroupIdentifier(group.identifier())
                        .logStreamNamePrefix(streamPrefix)
                        .limit(1)));
        return !page.events().isEmpty() || page.nextToken() != null;
    }

    /**
     * Gives the sink the events of a window, in no order, some perhaps twice.
     *
     * @throws WauException STORE_FAILED: they can't all be had
     * @throws IOException from the sink
     */
    void events(Window window, Sink sink) throws IOException {
        String token = null;
        int equalTokens = 0;
        do {
            FilterLogEventsResponse page = page(window, token);
            for (FilteredLogEvent event : page.events()) {
                if (window.holds(event.timestamp())) {
                    sink.accept(new LoggedEvent(event.timestamp(), text(event.eventId()), text(event.message())));
                }
            }
            equalTokens = page.nextToken() != null && page.nextToken().equals(token) ? equalTokens + 1 : 0;
            requireProgress(window, equalTokens);
            token = page.nextToken();
        } while (token != null);
    }

    // A page may be empty and not the last: only a missing token is the end.
    private FilterLogEventsResponse page(Window window, @Nullable String token) {
        FilterLogEventsRequest request = FilterLogEventsRequest.builder()
                .logGroupIdentifier(group.identifier())
                .logStreamNamePrefix(streamPrefix)
                .startTime(window.start().toEpochMilli())
                // The last millisecond that is asked for.
                .endTime(window.end().toEpochMilli() - 1)
                .nextToken(token)
                .build();
        return call(logs -> logs.filterLogEvents(request));
    }

    private <R> R call(Function<CloudWatchLogsClient, R> call) {
        CloudWatchLogsClient logs = client.get();
        pace.await();
        try {
            return call.apply(logs);
        } catch (SdkException e) {
            String advice = ADVICE.getOrDefault(AwsErrors.code(e), "");
            throw AwsErrors.failed("read log group " + group, access, e, advice);
        }
    }

    private void requireProgress(Window window, int equalTokens) {
        if (equalTokens > MAX_EQUAL_TOKENS) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot read log group " + group + " from " + window.start() + ": CloudWatch Logs answered "
                            + equalTokens + " times with the same page token. Run again later.");
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
