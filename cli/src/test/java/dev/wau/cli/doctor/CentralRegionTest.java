package dev.wau.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentralRegionTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:redshift:iam://wau.123456789012.eu-west-1.redshift-serverless.amazonaws.com:5439/audit,eu-west-1",
        "jdbc:redshift://c1.abcdefgh.us-east-2.redshift.amazonaws.com:5439/audit?user=a,us-east-2",
        "jdbc:redshift://c1.abcdefgh.cn-north-1.redshift.amazonaws.com.cn:5439/audit?user=a,cn-north-1",
        "jdbc:redshift:iam://warehouse.example:5439/audit?serverlessWorkGroup=wau&Region=eu-north-1,eu-north-1",
        "jdbc:redshift://warehouse.example:5439/audit?user=a,",
        "jdbc:postgresql://db/wau,"
    })
    void theWarehousesUrlTellsIt(String url, @Nullable String region) {
        assertThat(CentralRegion.wanted(url)).isEqualTo(region);
    }
}
