package dev.wau.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentReaderTest {

    private static final String ONE = "environments:\n  test: {account: \"111122223333\", region: eu-west-1}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void wauYaml() throws IOException {
        wau("acme: {source: \"s3://acme-exports\"}");
    }

    private void wau(String customer) throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), "customers:\n  " + customer + "\n");
    }

    private List<Deployment> read(String text) throws IOException {
        return DeploymentReader.read(Files.writeString(folder.resolve("infra.yaml"), text), Map.of());
    }

    private void assertRefused(String text, String... words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessageContainingAll(words);
    }

    @Test
    void namesAreMadeOfProductEnvironmentAccountAndRegion() throws IOException {
        Names names = read("name: audit\n" + ONE).get(0).names();
        assertThat(names.prefix()).isEqualTo("audit-test");
        assertThat(names.bucket()).isEqualTo("audit-test-central-111122223333-eu-west-1");
        assertThat(names.catalog()).isEqualTo("audit_test");
        assertThat(names.warehouseUrl())
                .isEqualTo(
                        "jdbc:redshift://audit-test.111122223333.eu-west-1.redshift-serverless.amazonaws.com:5439/dev");
    }

    @Test
    void anEnvironmentSaysOtherwiseThanAll() throws IOException {
        List<Deployment> all = read("""
                warehouse: {base-capacity: 16, database: audit}
                tags: {team: data, cost: all}
                environments:
                  sandbox:
                    account: "111122223333"
                    region: eu-west-1
                    warehouse: {base-capacity: 8}
                    tags: {cost: sandbox}
                  production: {account: "444455556666", region: us-east-1}
                """);
        assertThat(all).extracting(one -> one.names().environment()).containsExactly("sandbox", "production");
        assertThat(all.get(0).settings().warehouse().baseCapacity()).isEqualTo(8);
        assertThat(all.get(0).settings().warehouse().database()).isEqualTo("audit");
        assertThat(all.get(1).settings().warehouse().baseCapacity()).isEqualTo(16);
        assertThat(all.get(0).settings().tags()).isEqualTo(Map.of("team", "data", "cost", "sandbox"));
    }

    @Test
    void theCentralBucketAndTheWarehouseOfWauYamlAreThisEnvironments() throws IOException {
        Files.writeString(
                folder.resolve("wau.yaml"),
                "central: ./here\nwarehouse: jdbc:duckdb:./x.duckdb\ncustomers:\n  acme: {source: \"s3://acme-exports\"}\n");
        Deployment one = read(ONE).get(0);
        assertThat(one.wau().central().location())
                .hasToString("s3://" + one.names().bucket());
        assertThat(one.wau().warehouse()).isEqualTo(one.names().warehouseUrl());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            stroage: {bucket: abc}                  | unknown key 'stroage' (did you mean 'storage'?)
            job: {worker: 3}                        | unknown key 'worker' in 'job' (did you mean 'workers'?)
            job: {schema: public}                   | it belongs in warehouse
            job: {glue-version: "4.0"}              | invalid glue-version: '4.0' in 'job' (5.0 or 5.1
            job: {workers: 1}                       | a whole number from 2 to 299
            job: {flex: true, worker-type: G.4X}    | only with worker types G.1X and G.2X
            job: {arguments: {wau-x: "1"}}          | --NAME: VALUE
            warehouse: {base-capacity: 12}          | 4, or a multiple of 8
            warehouse: {max-capacity: 4}            | must not be below base-capacity 8
            warehouse: {schema: audit}              | warehouse.schema is 'audit'
            network: {vpc: vpc-01234567}                  | 'subnets' in three availability zones
            network: {subnets: [subnet-01234501]}         | only with the 'vpc' that they belong to
            network: {availability-zones: [eu-west-1a]} | at least three
            aggregate: {zone: Mars/Base}            | an IANA zone
            aggregate: {schedule: daily}            | cron(15 0 * * ? *), rate(1 hour), or none
            trigger: {markers: csv/*.json}          | not under csv/
            watch: {log-days: 8}                    | as CloudWatch Logs has it
            watch: {rejected-share: 2}              | a number from 0 to 1
            watch: {emails: [nobody]}               | addresses such as ops@example.com
            storage: {kms-key: alias/x}             | the key's ARN
            customers: {acme: {account: 12}}        | 'account', twelve digits in quotes, and 'access'
            customers: {acmee: {account: "111122223333", access: read}} | no customer 'acmee'
            customers: {acme: {account: "1", access: write}} | read, deliver or both
            removal: never                          | keep, delete
            warehouse: {database: select}           | database: 'select' in 'warehouse' (no reserved word
            warehouse: {database: _dev}             | a small letter, then small letters
            warehouse: {admin: public}              | admin: 'public' in 'warehouse' (no reserved word
            warehouse: {admin: current_user}        | no reserved word of Redshift's SQL
            warehouse: {namespace: snapshot}        | no reserved word of Redshift's SQL
            network: {cidr: 10.0.0.0/28}            | /16 to /24
            network: {cidr: 10.0.0.300/20}          | /16 to /24
            network: {availability-zones: [us-east-1a, us-east-1b, us-east-1c]} | isn't in region eu-west-1
            network: {vpc: vpc-01234567, subnets: [subnet-01234501, subnet-01234502, subnet-01234503]} | the 'availability-zones' of its subnets
            storage: {bucket: our.central}          | no dots
            storage: {bucket: 192.168.5.4}          | no dots
            storage: {bucket: xn--central}          | nothing that S3 reserves
            storage: {bucket: central-s3alias}      | nothing that S3 reserves
            storage: {bucket: wau-test-logs-111122223333-eu-west-1} | is there already
            storage: {kms-key: "arn:aws:kms:us-east-1:111122223333:key/1"} | isn't in region eu-west-1
            watch: {emails: [a@example.com, a@example.com]} | each once
            tags: {"aws:x": y}                      | not beginning with aws:
            aggregate: {secrets: {WAU_CENTRAL: x}}  | not a variable of Lambda's
            aggregate: {schedule: cron(0 0 * * * *)} | exactly one of day-of-month and day-of-week is ?
            aggregate: {schedule: rate(0 minutes)}  | invalid schedule: 'rate(0 minutes)' in 'aggregate'
            catalog: {crawler-schedule: cron(99 0 * * ? *)} | '99' isn't from 0 to 59
            aggregate: {secrets: {KEY: "x}}{{y"}}   | the secret's name or ARN
            aggregate: {secrets: {KEY: "a:b"}}      | the secret's name or ARN
            job: {arguments: {--JOB_NAME: x}}       | none of Glue's own
            job: {arguments: {--endpoint: x}}       | none of Glue's own
            warehouse: {database: template1}        | which are Redshift's own
            warehouse: {database: padb_harvest}     | which are Redshift's own
            tags: {team: "a;b"}                     | letters, digits, blanks
            tags: {AWS:x: y}                        | not beginning with aws:
            network: {cidr: 10.20.0.1/24}           | 10.20.0.1/24 is an address within 10.20.0.0/24: write that
            network: {cidr: 10.20.1.0/22}           | within 10.20.0.0/22
            network: {warehouse-access: [10.0.0.0/8, 192.168.7.9/16]} | 192.168.7.9/16 is an address within 192.168.0.0/16
            network: {warehouse-access: 0.0.0.0/0}  | /8 to /32
            network: {warehouse-access: [0.0.0.0/1, 128.0.0.0/1]} | /8 to /32
            warehouse: {base-capacity: 1024, max-capacity: 1024} | subnets of /23, and 10.20.0.0/22 makes 3 of /24: a cidr of /21
            customers: {acme: {account: "777788889999", access: []}} | leave the customer out
            customers: {acme: {account: "111122223333", access: deliver}} | what it delivers would never be read
            """)
    void aMistakeHasItsLineItsValueAndItsRule(String line, String message) {
        assertRefused(ONE + line + "\n", folder.resolve("infra.yaml") + ":", message);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertRefused(ONE + "job: {workers: 1}\nname: X\nwatch: {log-days: 8}\n", ":3:", ":4:", ":5:");
    }

    @Test
    void anEnvironmentNeedsItsAccountAndRegion() {
        assertRefused("environments:\n  test: {region: eu-west-1}\n", ":2:", "'account' is missing");
        assertRefused("name: wau\n", "no environments");
        assertRefused(
                "environments:\n  test: {account: \"1234\", region: here}\n", "twelve digits in quotes", "eu-west-1");
        assertRefused(
                "environments:\n  Test_1: {account: \"111122223333\", region: eu-west-1}\n", "environment's name");
    }

    @Test
    void aSubnetHasRoomForTheBaseCapacity() throws IOException {
        assertThat(read(ONE + "network: {cidr: 10.0.0.0/24}\nwarehouse: {base-capacity: 128, max-capacity: 128}\n"))
                .hasSize(1);
        assertRefused(
                ONE + "network: {cidr: 10.0.0.0/24}\nwarehouse: {base-capacity: 512, max-capacity: 512}\n",
                ":3: invalid cidr",
                "base-capacity 512 asks for subnets of /24",
                "a cidr of /22");
    }

    @Test
    void aResourceHasSoManyTags() throws IOException {
        assertThat(read(ONE + tags(45))).hasSize(1);
        assertRefused(ONE + tags(46), ":3: invalid tags", "45 at most");
    }

    private static String tags(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> "t" + each + ": v")
                .collect(Collectors.joining(", ", "tags: {", "}\n"));
    }

    @Test
    void aRegionIsOneOfAwss() throws IOException {
        assertRefused(
                ONE.replace("eu-west-1", "eu-west-99"), ":2: invalid region: 'eu-west-99'", "did you mean 'eu-west-");
        assertThat(read(ONE.replace("eu-west-1", "cn-north-1"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            environments: [a]                       | :1: invalid 'environments' (keys with values)
            environments: x                         | :1: invalid 'environments' (keys with values)
            environments: {test: [a]}               | :1: invalid test: [a] in 'environments' (keys with values: {account
            environments: {Test_1: {region: x}}     | :1: invalid environment's name 'Test_1' (2 to 20
            environments: {}                        | no environments
            """)
    void aMistakeIsToldOnce(String text, String message) {
        assertThatThrownBy(() -> read(text + "\n"))
                .isInstanceOf(WauException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).split("infra.yaml:", -1))
                        .hasSize(2));
    }

    @Test
    void aMistakeOfAllEnvironmentsIsToldAtItsOwnLine() {
        assertThatThrownBy(() -> read(ONE + "network: {subnets: [subnet-01234501]}\n"))
                .hasMessageContaining(":3: invalid subnets")
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).split("infra.yaml:", -1))
                        .hasSize(2));
    }

    /** Unquoted, YAML would read a leading zero away. */
    @Test
    void anAccountsLeadingZeroStays() throws IOException {
        assertThat(read("environments:\n  test: {account: 011122223333, region: eu-west-1}\n")
                        .get(0)
                        .names()
                        .account())
                .isEqualTo("011122223333");
    }

    @Test
    void aFolderIsNoSourceForAFunction() throws IOException {
        wau("acme: {source: ./exports/acme}");
        assertRefused(
                ONE,
                ":2:",
                "can't read the folder",
                "customer 'acme'",
                "'wau infra cost' needs no sources in AWS",
                "s3://wau-test-landing-111122223333-eu-west-1/acme");
    }

    @Test
    void aMissingWauYamlIsSaid() {
        assertThatThrownBy(() -> read("config: other.yaml\n" + ONE))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("infra.yaml:1: invalid config: 'other.yaml' (there is no such file");
    }

    @Test
    void aSecretOfAggregationCountsAsSet() throws IOException {
        Files.writeString(
                folder.resolve("wau.yaml"),
                "personal-data: {hash: [userId], key: \"env:WAU_HASH_KEY\"}\ncustomers:\n  acme: {source: \"s3://a-b-c\"}\n");
        assertRefused(ONE, "WAU_HASH_KEY");
        assertThat(read(ONE + "aggregate: {secrets: {WAU_HASH_KEY: wau/hash-key}}\n"))
                .hasSize(1);
    }

    @Test
    void namesThatAwsWouldRefuseAreToldByTheirRule() {
        assertRefused(
                "name: abcdefghijklmnopqrst\nenvironments:\n  abcdefghijklmnopqrst: {account: \"111122223333\","
                        + " region: ap-southeast-1}\n",
                "infra.yaml:3:",
                "letters, and S3 takes 63",
                "shorten 'name'");
        assertRefused("""
                warehouse: {workgroup: same}
                environments:
                  one: {account: "111122223333", region: eu-west-1}
                  two: {account: "111122223333", region: eu-west-1}
                """, "infra.yaml:4:", "the workgroup 'same' is there already");
    }

    @Test
    void nobodyReadsWhatAnotherDelivers() throws IOException {
        wau("acme: {source: \"s3://wau-test-landing-111122223333-eu-west-1/globex\"}");
        assertRefused(ONE, "is in the landing bucket, to which it doesn't deliver");
        wau("acme: {source: \"s3://other/a*b\"}");
        assertRefused(ONE, "a policy would take for a pattern");
    }

    @Test
    void anEnvironmentTakesAccessAway() throws IOException {
        String shared = "customers: {acme: {account: \"777788889999\", access: read}}\n";
        assertThat(read(shared + ONE).get(0).settings().customers()).hasSize(1);
        assertThat(read(shared + ONE.replace("region: eu-west-1", "region: eu-west-1, customers: {}"))
                        .get(0)
                        .settings()
                        .customers())
                .isEmpty();
    }
}
