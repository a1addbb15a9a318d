package dev.wau.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in {@code wau.yaml} gives its line, the value, the rule and the way out. */
final class ConfigMistakesTest {

    private static final String GOOD = "customers: {acme: {source: acme}}\n";

    @TempDir
    private Path folder;

    @Test
    void anUnknownKeyGetsItsLineItsNearestAndWhatIsAllowed() throws IOException {
        assertThat(mistake("""
                central: ./central

                customers:
                  acme:
                    sorce: ./acme
                  globex:
                    source: ./globex
                """)).isEqualTo("""
                wau.yaml:4: no source in customer 'acme' (source: FOLDER)
                wau.yaml:5: unknown key 'sorce' in customer 'acme' (did you mean 'source'?)
                  Allowed there: source, aws, files, logs, dialect, columns, time, personal-data""");
    }

    @Test
    void aKeyInTheWrongPlaceIsToldItsPlace() throws IOException {
        assertThat(mistake("customers:\n  acme:\n    source: a\n    delimiter: ;\n"))
                .startsWith("wau.yaml:4: unknown key 'delimiter' in customer 'acme' (it belongs in dialect)\n");
        assertThat(mistake(GOOD + "nonsense: 1")).isEqualTo("""
                wau.yaml:2: unknown key 'nonsense'
                  Allowed there: central, warehouse, aws, glue, redshift, policies, limits, personal-data, active-events, reports, defaults, customers""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policies: {same-key: replace}         | invalid same-key: 'replace' in 'policies' (supersede, append, ignore, fail)
            policies: {same-key: superseed}       | (did you mean 'supersede'? Allowed: supersede, append, ignore, fail)
            policies: {same-key: }                | invalid same-key: nothing in 'policies'
            policies: {same-key: [fail]}          | invalid same-key: [fail] in 'policies'
            policies: {max-columns: many}         | invalid max-columns: 'many' in 'policies' (a whole number from 0 to 1500)
            policies: {max-columns: 2000}         | invalid max-columns: '2000'
            policies: {max-reject-ratio: 1.5}     | invalid max-reject-ratio: '1.5' in 'policies' (a number from 0 to 1)
            policies: [fail]                      | invalid 'policies' (keys with values)
            limits: {max-field-bytes: 1 MiBB}     | invalid max-field-bytes: '1 MiBB' in 'limits' (a number of bytes such as
            limits: {max-field-bytes: 0}          | invalid max-field-bytes: '0'
            limits: {max-field-bytes: 2 GiB}      | 1 bytes to 1 GiB
            limits: {max-field-bytes: 9 MiB}      | a cell is no longer than its record: max-field-bytes 9 MiB, max-record-bytes 8 MiB
            limits: {max-header-columns: -1}      | invalid max-header-columns: '-1'
            active-events: {include: a, exclude: [a]} | invalid exclude: [a] in 'active-events' ('a' is included too
            personal-data: {key: s3cret}          | invalid key in 'personal-data' (a secret never stands here: write env:NAME
            personal-data: {hash: [user]}         | no key for the columns to hash (personal-data.key: env:WAU_HASH_KEY)
            personal-data: {drop: a, hash: a, key: env:K} | invalid hash: 'a' in 'personal-data' ('a' is dropped and hashed
            personal-data: {hash: a, key: env:UNSET} | environment variable UNSET is not set
            personal-data: {hash: a, key: env:SHORT} | environment variable SHORT is shorter than 16 characters
            personal-data: {drop: [timestamp]}    | column 'timestamp' is the time or the event: it can't be dropped or hashed
            central: gs://bucket/prefix           | invalid location: 'gs://bucket/prefix' (a folder, s3://BUCKET/PREFIX or cloudwatch:LOG-GROUP)
            central: s3:bucket                    | invalid location: 's3:bucket'
            central: s3://Bucket/prefix           | invalid location: 's3://Bucket/prefix' (s3://BUCKET/PREFIX or s3://ACCESS-POINT-ARN/PREFIX)
            central: cloudwatch:group             | invalid central: 'cloudwatch:group' (a folder or s3://BUCKET/PREFIX)
            aws: {region: Ireland}                | invalid region: 'Ireland' in 'aws' (a region such as eu-west-1)
            aws: {endpoint: minio:9000}           | invalid endpoint: 'minio:9000' in 'aws' (the URL of an S3-compatible service
            aws: {encryption: AES128}             | invalid encryption: 'AES128' in 'aws' (AES256, aws:kms or aws:kms:dsse)
            aws: {kms-key: abc}                   | invalid kms-key: 'abc' in 'aws' (only with encryption: aws:kms)
            aws: {role: abc}                      | unknown key 'role' in 'aws' (it belongs in customers.NAME.aws)
            glue: {job: }                         | invalid job: nothing in 'glue' (the name of a Glue job)
            glue: {database: Audit Logs}          | invalid database: 'Audit Logs' in 'glue' (1 to 200 small letters, digits and _)
            glue: {table-prefix: raw_}            | invalid table-prefix: 'raw_' in 'glue' (only with a database, in which the tables are listed)
            glue: {connection: c}                 | invalid connection: 'c' in 'glue' (only with a database
            glue: {database: wau, table-prefix: '-'} | invalid table-prefix: '-' in 'glue' (1 to 200 small letters
            defaults: {logs: {window: 7h}}        | invalid window: '7h' in 'logs' of 'defaults' (1d, or a part of a day that divides it
            defaults: {logs: {window: 0m}}        | invalid window: '0m'
            defaults: {logs: {late: soon}}        | invalid late: 'soon' in 'logs' of 'defaults' (a span of time such as 15m, 6h, 1d, up to 14d)
            defaults: {logs: {late: 15d}}         | invalid late: '15d'
            defaults: {logs: {since: 1.1.2026}}   | invalid since: '1.1.2026' in 'logs' of 'defaults' (a day in UTC such as 2026-01-31)
            central: ~/central                    | ~ is not expanded
            central: acme/central                 | stands in it: its files would be collected again
            central: .                            | it stands in the central bucket
            warehouse: jdbc:postgresql://u:pw@h/d | invalid warehouse: 'jdbc:postgresql://...' (no password stands in a configuration
            warehouse: 'jdbc:postgresql://h/d?password=pw' | invalid warehouse: 'jdbc:postgresql://...' (no password stands in a configuration
            warehouse: jdbc:postgresql:d          | invalid warehouse: 'jdbc:postgresql:d' (jdbc:postgresql://HOST:PORT/DATABASE?user=NAME)
            warehouse: jdbc:redshift://u:pw@h/d   | invalid warehouse: 'jdbc:redshift://...' (no password stands in a configuration: name a secret
            warehouse: 'jdbc:redshift://h/d?pwd=pw' | invalid warehouse: 'jdbc:redshift://...' (no password stands in a configuration: name a secret
            warehouse: 'jdbc:redshift://h/d;PassWord=pw' | invalid warehouse: 'jdbc:redshift://...' (no password stands in a configuration: name a secret
            warehouse: 'jdbc:redshift:iam://h/d?SecretAccessKey=pw' | invalid warehouse: 'jdbc:redshift:iam://...' (no password stands in a configuration: name a secret
            warehouse: jdbc:redshift:d            | invalid warehouse: 'jdbc:redshift:d' (jdbc:redshift://HOST:PORT/DATABASE, or jdbc:redshift:iam:
            warehouse: jdbc:redshift://h:5439/d   | wau.yaml:2: Redshift loads from S3, and the central bucket is the folder
            central: c\\nwarehouse: jdbc:redshift://h/d | (set 'central: s3://BUCKET/PREFIX')
            redshift: {copy-role: admin}          | invalid copy-role: 'admin' in 'redshift' (a role's ARN such as arn:aws:iam::
            redshift: {secret: 'a pass word'}     | wau.yaml:2: invalid secret in 'redshift' (the name or ARN of a secret in Secrets Manager
            redshift: {schema: Audit}             | invalid schema: 'Audit' in 'redshift' (1 to 127 of a-z, 0-9 and _
            redshift: {statement-timeout: 0s}     | invalid statement-timeout: '0s' in 'redshift' (a span of time such as 15m, 6h, 1d, 1s to 24d)
            redshift: {copy-timeout: 25d}         | invalid copy-timeout: '25d' in 'redshift'
            central: s3://central-bucket\\nwarehouse: jdbc:redshift:iam://h/d\\nredshift: {secret: s} | wau.yaml:4: invalid secret in 'redshift': the warehouse's URL asks IAM
            warehouse: jdbc:oracle:d              | invalid warehouse: 'jdbc:oracle:d' (jdbc:duckdb:PATH, jdbc:postgresql://HOST:PORT/DATABASE or jdbc:redshift://HOST:PORT/DATABASE)
            warehouse: 'jdbc:duckdb:'             | names a file: a warehouse in memory would be lost
            defaults: {files: '{a'}               | invalid files: '{a' in 'defaults' (a glob
            defaults: {dialect: {delimiter: ab}}  | invalid delimiter: 'ab' in 'dialect' of 'defaults' (one ASCII character, or tab)
            defaults: {dialect: {delimiter: '"'}} | Invalid delimiter: '"' (not a line end, not the quote or escape) in 'dialect' of 'defaults'
            defaults: {dialect: {encoding: utf8}} | did you mean 'utf-8'? Allowed: utf-8, utf-16le, utf-16be, utf-16, iso-8859-1, windows-1252
            defaults: {dialect: {quote: none, escape: a}} | invalid escape: 'a' in 'dialect' of 'defaults' (only with a quote: quote is none)
            defaults: {dialect: {header: none}}   | invalid header: 'none' in 'dialect' of 'defaults' (first-record; or {given: [names]}
            defaults: {dialect: {header: {}}}     | (first-record; or {given: [names]}
            defaults: {dialect: {header: {given: [a, a]}}} | every name once: 'a' stands twice
            defaults: {columns: {event: }}        | invalid event: nothing in 'columns' of 'defaults' (a column's name)
            defaults: {columns: {timestamp: []}}  | invalid timestamp: []
            defaults: {time: {format: epoch}}     | Invalid time format: 'epoch' (
            defaults: {time: {zone: Europe/Berln}} | did you mean 'Europe/Berlin'?
            reports: {zone: Europe/Berln}         | did you mean 'Europe/Berlin'?
            reports: {week-start: mon}            | invalid week-start: 'mon' in 'reports' (monday, tuesday, wednesday,
            reports: {week-start: mondy}          | (did you mean 'monday'? Allowed: monday,
            defaults: {time: {ambiguous: first}}  | invalid ambiguous: 'first' in 'time' of 'defaults' (earlier, later, reject)
            defaults: {source: a}                 | unknown key 'source' in 'defaults' (it belongs in customers.NAME)
            central: a\\ncentral: b               | duplicate key 'central' (first in line 2)
            """)
    void aWrongValueGetsItsRule(String text, String rule) throws IOException {
        assertThat(mistake(GOOD + text.replace("\\n", "\n"))).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: {source: 's3://xyz/a'}, b: {source: 's3://xyz/a'}             | customer 'a' has the same place and files
            a: {source: 'cloudwatch:g'}, b: {source: 'cloudwatch:g', files: x} | customer 'a' has the same place and files
            a: {source: 's3://central-bucket/wau/in'}                    | it stands in the central bucket s3://central-bucket/wau
            a: {source: 's3://central-bucket'}                           | the central bucket s3://central-bucket/wau stands in it
            a: {source: 's3://xyz', aws: {role: admin}}                    | invalid role: 'admin' in 'aws' of customer 'a' (a role's ARN
            a: {source: 's3://xyz', aws: {external-id: e1}}                | invalid external-id: 'e1' in 'aws' of customer 'a' (only with a role
            """)
    void placesInTheCloudHaveTheirRules(String customers, String rule) throws IOException {
        assertThat(mistake("{central: 's3://central-bucket/wau', customers: {" + customers + "}}"))
                .contains(rule);
    }

    @Test
    void aSecretIsNeverShown() throws IOException {
        assertThat(mistake(GOOD + "personal-data: {key: s3cret}")).doesNotContain("s3cret");
        assertThat(mistake(GOOD + "personal-data: {hash: a, key: env:SHORT}")).doesNotContain("tooshort");
        assertThat(mistake(GOOD + "warehouse: jdbc:postgresql://u:pw@h/d")).doesNotContain("pw");
        assertThat(mistake(GOOD + "warehouse: jdbc:redshift://h/d?ssl=true&pwd=s3cret"))
                .doesNotContain("s3cret");
        assertThat(mistake(GOOD + "redshift: {secret: '{\"password\":\"s3cret\"}'}"))
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                         | wau.yaml:1: is empty (`wau init` writes a commented one)
            '# only a comment'                         | wau.yaml:1: is empty (`wau init` writes a commented one)
            customers:                                 | wau.yaml:1: no customers (customers.NAME.source: FOLDER)
            central: a                                 | wau.yaml:1: no customers (customers.NAME.source: FOLDER)
            just words                                 | wau.yaml:1: invalid file (keys with values)
            'customers: {a b: {source: x}}'            | wau.yaml:1: Invalid customer name: 'a b'
            'customers:\n  Acme: {source: a}\n  acme: {source: b}' | wau.yaml:3: invalid customer 'acme' (differs from 'Acme' in line 2 by upper and lower case alone
            'customers:\n  a: {source: x}\n  b: {source: ./x}'     | wau.yaml:3: invalid source: './x' in customer 'b' (customer 'a' has the same place and files
            'customers:\n  a: {source: x}\n  a: {source: y}'       | wau.yaml:3: duplicate key 'a' in 'customers' (first in line 2)
            'customers:\n  a: [x]'                     | wau.yaml:2: invalid customer 'a' (keys with values)
            'customers: {a: {source: x}'               | wau.yaml:1: is not YAML:
            'central: a\n\tcustomers: b'               | wau.yaml:2: is not YAML:
            """)
    void aWrongFileGetsItsLine(String text, String message) throws IOException {
        assertThat(mistake(text.replace("\\n", "\n").replace("\\t", "\t"))).startsWith(message);
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertThat(mistake("[".repeat(100_000))).isEqualTo("wau.yaml:1: is not YAML: nested too deeply");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = Files.write(folder.resolve("wau.yaml"), new byte[] {'a', (byte) 0xff});
        WauException mistake = catchThrowableOfType(WauException.class, () -> ConfigReader.read(file, Map.of()));

        assertThat(mistake).hasMessage(file + ":1: is not UTF-8");
    }

    @Test
    void aLinkedFolderIsTheFolderItLinksTo() throws IOException {
        Files.createDirectories(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

        assertThat(mistake("central: link/central\ncustomers: {a: {source: real}}"))
                .contains("stands in it: its files would be collected again");
    }

    @Test
    void aWrongOverrideNamesItsVariable() throws IOException {
        Path file = Files.writeString(folder.resolve("wau.yaml"), GOOD);
        WauException mistake = catchThrowableOfType(
                WauException.class, () -> ConfigReader.read(file, Map.of("WAU_CENTRAL", "gs://b")));

        assertThat(mistake).hasMessageStartingWith("environment variable WAU_CENTRAL: invalid location: 'gs://b'");
    }

    private String mistake(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("wau.yaml"), text);
        WauException mistake = catchThrowableOfType(
                WauException.class,
                () -> ConfigReader.read(file, Map.of("SHORT", "tooshort", "K", "0123456789abcdef")));
        assertThat(mistake).as(text).isNotNull();
        assertThat(mistake.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION);
        return String.valueOf(mistake.getMessage()).replace(folder + "/", "");
    }
}
