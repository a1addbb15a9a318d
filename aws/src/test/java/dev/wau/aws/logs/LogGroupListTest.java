package dev.wau.aws.logs;

import static dev.wau.aws.logs.LogsBench.DAY;
import static dev.wau.aws.logs.LogsBench.DAYS;
import static dev.wau.aws.logs.LogsBench.GROUP;
import static dev.wau.aws.logs.LogsBench.HOURS;
import static dev.wau.aws.logs.LogsBench.files;
import static dev.wau.aws.logs.LogsBench.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.collect.LogExport;
import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import dev.wau.testing.aws.LogsFake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which files a log group has, and when their marks change. */
final class LogGroupListTest {

    private final LogsBench bench = LogsBench.withGroup();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyWindowThatIsOverIsAFileFromTheGroupsBeginningLessTheTimeForLateEvents() {
        bench.now = DAY.plus(Duration.ofHours(49));

        assertThat(names(bench.source(DAYS)))
                .containsExactly(
                        "app-2023-04-04T0000Z--2023-04-05T0000Z.csv",
                        "app-2023-04-05T0000Z--2023-04-06T0000Z.csv",
                        "app-2023-04-06T0000Z--2023-04-07T0000Z.csv");
    }

    @Test
    void aWindowIsListedOnceItsLastEventsHaveSettled() {
        Source source = bench.source(since(Duration.ofDays(1), "2023-04-05T00:00:00Z"));

        bench.now = DAY.plus(Duration.ofDays(1)).plus(Windows.SETTLING).minusMillis(1);
        assertThat(files(source)).isEmpty();

        bench.now = bench.now.plusMillis(1);
        assertThat(files(source)).singleElement().satisfies(file -> {
            assertThat(file.bytes()).isZero();
            assertThat(file.modified()).isEqualTo(DAY.plus(Duration.ofDays(1)));
        });
    }

    @Test
    void windowsGoOnWhereTheLastOneEndedWhoeverLooksWhen() {
        List<Window> windows = files(bench.source(HOURS)).stream()
                .map(file -> Window.ofFile(file.name()))
                .toList();

        // From two hours before the group on.
        assertThat(windows).hasSize(2 + 72 - 1);
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).start()).isEqualTo(windows.get(i - 1).end());
        }
        assertThat(names(bench.source(HOURS))).isSorted();
        List<String> before = names(bench.source(HOURS));
        bench.now = bench.now.plus(Duration.ofMinutes(17));
        assertThat(names(bench.source(HOURS))).startsWith(before.toArray(String[]::new));
    }

    @Test
    void anOpenWindowHasAnotherMarkAtEveryListingAndOneLastAfterThat() {
        Source source = bench.source(since(Duration.ofDays(1), "2023-04-05T00:00:00Z"));
        bench.now = DAY.plus(Duration.ofHours(25));
        String first = only(source).version();
        bench.now = bench.now.plusMillis(1);
        String second = only(source).version();
        bench.now = DAY.plus(Duration.ofDays(2)).plus(Windows.SETTLING);
        String third = files(source).get(0).version();
        bench.now = bench.now.plus(Duration.ofDays(100));
        String fourth = files(bench.source(since(Duration.ofDays(1), "2023-04-05T00:00:00Z")))
                .get(0)
                .version();

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(third).endsWith("-final");
        assertThat(fourth).isEqualTo(third);
    }

    @Test
    void aMarkTellsWhatTheFileIsMadeOf() {
        LogExport prefixed = new LogExport("api", DAYS.window(), DAYS.late(), null);
        bench.logs.group("/other/app", DAY, (Integer) null);

        String all = files(bench.source(DAYS)).get(0).version();
        String api = files(bench.source(prefixed)).get(0).version();
        String other =
                files(bench.source("cloudwatch:/other/app", DAYS, null)).get(0).version();

        assertThat(List.of(all, api, other)).doesNotHaveDuplicates();
    }

    @Test
    void timeThatPassesWhileAFileIsReadIsNoChangeOfIt() {
        Source source = bench.source(since(Duration.ofDays(1), "2023-04-05T00:00:00Z"));
        bench.now = DAY.plus(Duration.ofHours(25));
        SourceFile file = only(source);
        bench.now = DAY.plus(Duration.ofDays(30));

        assertThat(source.refresh(file)).isEqualTo(file);
    }

    @Test
    void windowsThatRetentionHasReachedAreGone() {
        bench.logs.group(GROUP, DAY, 7);
        Source source = bench.source(DAYS);
        bench.now = DAY.plus(Duration.ofDays(7)).minus(Windows.MARGIN);
        SourceFile oldest = files(source).get(0);
        assertThat(oldest.name()).contains("-2023-04-05T0000Z--");

        bench.now = bench.now.plusMillis(1);

        assertThat(names(source)).first().asString().contains("-2023-04-06T0000Z--");
        assertThat(source.refresh(oldest)).satisfies(gone -> {
            assertThat(gone.bytes()).isEqualTo(-1);
            assertThat(gone.version()).isNotEqualTo(oldest.version());
        });
        assertThat(bench.source(DAYS).refresh(oldest).bytes()).isEqualTo(-1);
    }

    @Test
    void aGroupThatForgetsItsEventsBeforeTheyAreCompleteIsRefused() {
        bench.logs.group(GROUP, DAY, 1);

        assertThatThrownBy(() -> files(bench.source(DAYS)))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessage("Cannot read log group /aws/app: it keeps events for 1 days, but a window of PT24H is read"
                        + " until PT24H after its end. Raise the group's retention to 3 days or more, or make the"
                        + " source's window or its time for late events shorter.");
        assertThat(files(bench.source(HOURS))).isNotEmpty();
    }

    @Test
    void aStartBeforeTheGroupsBeginningMakesNoEmptyFiles() {
        assertThat(names(bench.source(since(Duration.ofDays(1), "1999-01-01T00:00:00Z"))))
                .first()
                .asString()
                .contains("-2023-04-04T0000Z--");
    }

    @Test
    void aGroupMayBeNamedByItsArn() {
        String own = LogsFake.arn(GROUP);

        assertThat(names(bench.source("cloudwatch:" + own + ":*", DAYS, null))).isEqualTo(names(bench.source(DAYS)));
    }

    @Test
    void aGroupOfALinkedAccountIsAskedForByItsArn() {
        String linked = "arn:aws:logs:eu-west-1:999999999999:log-group:" + GROUP;

        files(bench.source("cloudwatch:" + linked, DAYS, null));

        assertThat(bench.logs.requests())
                .extracting(request -> request.body())
                .containsExactly(
                        "{\"logGroupIdentifiers\":[\"/aws/app\"]}", "{\"logGroupIdentifiers\":[\"" + linked + "\"]}");
    }

    @Test
    void aMissingGroupIsAFailureOfItsCustomer() {
        assertThatThrownBy(() -> files(bench.source("cloudwatch:/none", DAYS, null)))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
                .hasMessage("Cannot read log group /none: there is none. Check its name, the region, and whose account"
                        + " it is in.");
    }

    @Test
    void aRefusedRoleIsAFailureOfItsCustomer() {
        String role = "arn:aws:iam::222222222222:role/acme";

        assertThatThrownBy(() -> files(bench.source("cloudwatch:" + GROUP, DAYS, role)))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
                .hasMessageStartingWith("Cannot read log group /aws/app: the role " + role + " can't be taken on: ");
    }

    @Test
    void anyNameOfAGroupMakesAFileName() {
        assertThat(new LogGroupName("/aws/app#1").fileName()).isEqualTo("app_1");
        assertThat(new LogGroupName("app/").fileName()).isEqualTo("app");
        assertThat(new LogGroupName("/.hidden").fileName()).isEqualTo("_.hidden");
        assertThat(new LogGroupName("/").fileName()).isEqualTo("_");
        assertThat(Window.ofFile(new Window(DAY, DAY.plusSeconds(60)).file(new LogGroupName("a-b"))))
                .isEqualTo(new Window(DAY, DAY.plusSeconds(60)));
    }

    @Test
    void anArnTellsItsRegion() {
        assertThat(new LogGroupName(LogsFake.arn(GROUP)).region()).isEqualTo("eu-west-1");
        assertThat(new LogGroupName(GROUP).region()).isNull();
    }

    @Test
    void nobodyWritesToALogGroup() {
        CloudWatchConnector connector = new CloudWatchConnector(bench.clients, bench::now);
        StorePlace place = new StorePlace(Location.of("cloudwatch:/aws/app"), CloudAccess.DEFAULT, null, null);

        assertThatThrownBy(() -> connector.store(place)).hasMessageContaining("log groups are only read");
    }

    private static LogExport since(Duration window, @Nullable String since) {
        return new LogExport(null, window, Duration.ofDays(1), since == null ? null : Instant.parse(since));
    }

    private static SourceFile only(Source source) {
        return files(source).get(0);
    }
}
