package dev.wau.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.WauException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is estimated of configurations and uses. */
class EstimateTest {

    /** So much that every choice shows. */
    private static final Usage MUCH = new Usage(200, 100_000, null, null, 2, 24);

    @TempDir
    Path folder = Path.of("");

    private PriceList prices = PriceListReader.builtIn();

    @BeforeEach
    void roundPrices() {
        prices = PriceListReader.read(TestingPrices.write(folder));
    }

    /**
     * By hand, for 1 GB in 1,000 files and one run a day, two customers, 12 months; a month is 730 h = 30.4167 days:
     *
     * <pre>
     * function     5 s + 1000 MB / 20 + 1000 x 0.06 = 115 s x 30.4167 x 1769/1024 GB = 6042.79 GB-s x 0.00001    0.06
     * csv/         1 GB x 365 days x 0.02                                                                       7.30
     * old, parts   1 x 0.05 x 90 days + 8/23 x 2 days = 5.196 GB x 0.02                                         0.10
     * PUT, LIST    1000 files + (365,000 / 1000 + 2 lists + 10) = 1377 x 30.4167 = 41,883.75 x 0.00001          0.42
     * GET, HEAD    1000 x 5 + 20 = 5020 x 30.4167 = 152,691.7 x 0.000001                                        0.15
     * access logs  (6397 requests x 600 B + 0.02 GB of flow logs) x 365 days = 8.701 GB x 0.02                  0.17
     * queue        900 an hour x 730 + 6 x 30.4167 = 657,182.5 x 0.0000004                                      0.26
     * job          cores 4 x 4; read (1000/52 + 1.4) / 16 = 1.2894 s; copy 1000 / (5 x 8) = 25 s; check 0.625 s;
     *              5 workers while reading, else 2: 2 x 86.9144 s + 3 x 1.2894 s = 177.697 DPU-s a day
     *              x 30.4167 / 3600 = 1.5014 DPU-h x 0.4                                                        0.60
     * loading      60 s + 60 s at 8 RPU x 30.4167 = 8.111 RPU-h x 0.4                                           3.24
     * warehouse    1 GB / 2 x 365 x 0.025                                                                       4.56
     * queries      2 h x 8 RPU x 30.4167 = 486.667 x 0.4                                                      194.67
     * endpoint     730 h x 0.01                                                                                 7.30
     * flow logs    0.02 GB x 30.4167 x 0.25                                                                     0.15
     * secret                                                                                                    0.40
     * metrics      (8 + 8) x 1/24 x 0.3                                                                         0.20
     * alarms       13 x 0.1                                                                                     1.30
     * dashboard                                                                                                 3.00
     * logs         0.3 MB + 0.02 MB + 10 MB = 10.32 MB x 30.4167 x 0.5                                          0.16
     * logs kept    10.32 MB x 90 days x 0.03                                                                    0.03
     * </pre>
     *
     * Less than half a cent: invocations, schedule, the trigger's function, the secret's calls. Sum: 224.07.
     */
    @Test
    void a_default_environment_costs_what_was_calculated_by_hand() {
        Estimate estimate = estimate("", Usage.DEFAULT);

        assertThat(estimate.lines())
                .extracting(line -> line.stage() + ": " + line.item() + " " + line.usd())
                .containsExactly(
                        "aggregate: function, arm64 0.06",
                        "aggregate: invocations 0.00",
                        "aggregate: schedule 0.00",
                        "store: csv/ 7.30",
                        "store: old versions, parts 0.10",
                        "store: access and flow logs 0.17",
                        "store: PUT, LIST 0.42",
                        "store: GET, HEAD 0.15",
                        "trigger: queue 0.26",
                        "trigger: function, arm64 0.00",
                        "trigger: invocations 0.00",
                        "load: job 0.60",
                        "load: warehouse, loading 3.24",
                        "load: warehouse, storage 4.56",
                        "analyse: warehouse, queries 194.67",
                        "network: endpoint 7.30",
                        "network: flow logs 0.15",
                        "network: secret 0.40",
                        "network: secret, calls 0.00",
                        "watch: metrics of runs 0.20",
                        "watch: alarms 1.30",
                        "watch: dashboard 3.00",
                        "watch: logs, written 0.16",
                        "watch: logs, kept 0.03");
        assertThat(estimate.total()).isEqualByComparingTo("224.07");
    }

    /**
     * By hand: logs' storage (32 requests x 600 B + 0.01 GB) x 365 x 0.02 = 0.07, queue 657,000 x 0.0000004 = 0.26, endpoint
     * 7.30, flow logs 0.01 x 30.4167 x 0.25 = 0.08, secret 0.40, metrics 8/24 x 0.3 = 0.10, alarms 1.30, dashboard 3.00.
     */
    @Test
    void an_environment_without_data_costs_what_was_calculated_by_hand() {
        Estimate estimate = estimate("", Usage.DEFAULT);

        assertThat(estimate.idle()).isEqualByComparingTo("12.51");
        assertThat(estimate.idleShare()).isBetween(0.0557, 0.0559);
        assertThat(estimate("", new Usage(0, 0, null, null, 0, 12)).total()).isEqualByComparingTo("12.51");
    }

    @Test
    void the_warehouses_worst_day_is_its_largest_capacity_all_day_unless_its_limit_ends_it() {
        // 32 RPU x 24 h x 0.4 = 307.20; 24 RPU-h x 0.4 = 9.60
        Estimate told = estimate("", Usage.DEFAULT);
        assertThat(told.worstDay()).isEqualByComparingTo("307.20");
        assertThat(told.dayLimit()).isEqualByComparingTo("9.60");
        assertThat(told.ends()).isFalse();
        assertThat(told.overLimit()).isFalse();

        Estimate ended =
                estimate("warehouse: {daily-rpu-hours: 10, limit-action: deactivate, max-capacity: 64}", Usage.DEFAULT);
        assertThat(ended.worstDay()).isEqualByComparingTo("4.00");
        // 16 of queries and 0.27 of a load.
        assertThat(ended.overLimit()).isTrue();
        assertThat(estimate("warehouse: {daily-rpu-hours: 0, max-capacity: 64}", Usage.DEFAULT)
                        .worstDay())
                .isEqualByComparingTo("614.40");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storage: {old-version-days: 0}",
                "storage: {access-log-days: 0}",
                "storage: {kms-key: \"arn:aws:kms:us-east-1:111122223333:key/1234abcd\"}",
                "customers: {acme: {account: \"777788889999\", access: [deliver]}}",
                "warehouse: {base-capacity: 16}",
                "catalog: {crawler-schedule: \"cron(0 5 * * ? *)\"}",
                "job: {worker-type: G.2X}",
                "job: {auto-scaling: false}",
                "aggregate: {schedule: rate(1 hour)}",
                "aggregate: {architecture: x86_64}",
                "aggregate: {customers-per-part: 1}",
                "trigger: {memory: 1024}",
                "watch: {emails: [ops@example.com]}",
                "watch: {log-days: 365}"
            })
    void a_choice_that_takes_more_costs_more(String choice) {
        assertThat(exact(choice, MUCH)).isGreaterThan(exact("", MUCH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storage: {old-version-days: 30}",
                "storage: {access-log-days: 30}",
                "storage: {archive-csv-days: 30}",
                "network: {endpoints: false}",
                "network: {vpc: vpc-01234567, subnets: [subnet-01234501, subnet-01234502, subnet-01234503],"
                        + " availability-zones: [us-east-1a, us-east-1b, us-east-1c]}",
                "warehouse: {base-capacity: 4}",
                "job: {flex: true}",
                "aggregate: {schedule: none}",
                "watch: {marker-within-hours: 0}",
                "watch: {silent-days: 0}",
                "watch: {dashboard: false}",
                "watch: {log-days: 1}"
            })
    void a_choice_that_takes_less_costs_less(String choice) {
        assertThat(exact(choice, MUCH)).isLessThan(exact("", MUCH));
    }

    @Test
    void workers_that_scale_by_themselves_cost_only_while_they_read() {
        double fixed = exact("job: {auto-scaling: false, workers: 50}", MUCH);
        double scaling = exact("job: {workers: 50}", MUCH);

        assertThat(fixed).isGreaterThan(exact("job: {auto-scaling: false}", MUCH));
        assertThat(scaling).isLessThan(fixed);
    }

    @Test
    void memory_costs_while_it_starts_and_is_paid_back_while_it_works() {
        assertThat(exact("aggregate: {memory: 3538}", Usage.DEFAULT)).isGreaterThan(exact("", Usage.DEFAULT));
        // Half as many invocations, each of which starts.
        assertThat(exact("aggregate: {memory: 3538}", MUCH)).isLessThan(exact("", MUCH));
    }

    @Test
    void what_customers_deliver_is_kept_for_its_days() {
        String deliver = "customers: {acme: {account: \"777788889999\", access: [deliver]}}\n";

        assertThat(exact(deliver + "storage: {landing-days: 0}", MUCH)).isGreaterThan(exact(deliver, MUCH));
        assertThat(exact(deliver + "storage: {landing-days: 1}", MUCH)).isLessThan(exact(deliver, MUCH));
        String read = "customers: {acme: {account: \"777788889999\", access: [read]}}\n";
        assertThat(exact(read, MUCH)).isEqualTo(exact("", MUCH));
    }

    @Test
    void small_files_are_not_archived() {
        Usage small = new Usage(1, 100_000, null, null, 2, 12);

        assertThat(exact("storage: {archive-csv-days: 30}", small)).isEqualTo(exact("", small));
    }

    @Test
    void more_use_costs_more() {
        double base = estimate("", Usage.DEFAULT).total().doubleValue();

        assertThat(estimate("", new Usage(2, 1000, null, null, 2, 12)).total().doubleValue())
                .isGreaterThan(base);
        assertThat(estimate("", new Usage(1, 5000, null, null, 2, 12)).total().doubleValue())
                .isGreaterThan(base);
        assertThat(estimate("", new Usage(1, 1000, 24.0, null, 2, 12)).total().doubleValue())
                .isGreaterThan(base);
        assertThat(estimate("", new Usage(1, 1000, null, 30.0, 2, 12)).total().doubleValue())
                .isGreaterThan(base);
        assertThat(estimate("", new Usage(1, 1000, null, null, 3, 12)).total().doubleValue())
                .isGreaterThan(base);
        assertThat(estimate("", new Usage(1, 1000, null, null, 2, 24)).total().doubleValue())
                .isGreaterThan(base);
    }

    @Test
    void a_measured_load_is_billed_for_its_minutes_and_a_minute_at_least() {
        // 30 min x 1 load x 30.4167 x 5 workers / 60 = 76.04 DPU-h x 0.4 = 30.42
        String all = "job: {auto-scaling: false}";
        assertThat(usd(estimate(all, new Usage(1, 1000, null, 30.0, 2, 12)), "job"))
                .isEqualByComparingTo("30.42");
        // A minute: 30.4167 x 5 / 60 = 2.535 x 0.4 = 1.01
        assertThat(usd(estimate(all, new Usage(1, 1000, null, 0.1, 2, 12)), "job"))
                .isEqualByComparingTo("1.01");
    }

    @Test
    void loads_are_no_more_than_files() {
        assertThat(estimate("aggregate: {schedule: rate(1 minute)}", new Usage(1, 10, null, null, 2, 12))
                        .lines())
                .filteredOn(line -> line.item().equals("warehouse, loading"))
                .singleElement()
                // 10 loads x 120 s x 8 RPU x 30.4167 / 3600
                .satisfies(line -> assertThat(line.quantity()).isBetween(81.11, 81.12));
    }

    @Test
    void a_missing_price_is_named_with_its_unit() {
        prices = PriceListReader.read(TestingPrices.writeWithout(folder, "redshift-storage"));

        assertThatThrownBy(() -> estimate("", Usage.DEFAULT))
                .isInstanceOf(WauException.class)
                .hasMessageContaining(
                        "Cannot find price 'redshift-storage' (USD for a GB-month) of us-east-1 or us-east-1 in ")
                .hasMessageContaining("round.json");
    }

    @Test
    void a_price_that_nothing_needs_may_be_missing() {
        prices = PriceListReader.read(TestingPrices.writeWithout(folder, "glue-crawler"));

        assertThat(estimate("", Usage.DEFAULT).total()).isEqualByComparingTo("224.07");
    }

    @Test
    void use_that_contradicts_itself_is_refused() {
        assertThatThrownBy(() -> new Usage(1, 0, null, null, 2, 12))
                .hasMessage("Invalid use: 1 GB in 0 files a day (both above 0, or both 0: --gb-per-day,"
                        + " --files-per-day)");
        assertThatThrownBy(() -> new Usage(1, 1, null, null, 25, 12))
                .hasMessage("Invalid --query-hours: 25 (0 to 24 hours a day)");
    }

    private Estimate estimate(String settings, Usage usage) {
        return Estimate.of(TestingDeployments.with(folder, settings), usage, prices);
    }

    /** Not rounded, so that a cent's tenth counts. */
    private double exact(String settings, Usage usage) {
        return estimate(settings, usage).lines().stream()
                .mapToDouble(
                        line -> line.quantity() * line.quote().price().usd().doubleValue())
                .sum();
    }

    private static BigDecimal usd(Estimate estimate, String item) {
        return estimate.lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow()
                .usd();
    }
}
