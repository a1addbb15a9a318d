package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packages that the build made. */
class PackagesIT {

    private static final long LARGEST = 20_000_000;

    @ParameterizedTest
    @EnumSource
    void a_package_is_less_than_20_MB(FunctionPackage made) throws IOException {
        assertThat(Files.size(made.zip())).isLessThan(LARGEST);
    }

    @ParameterizedTest
    @EnumSource
    void a_package_holds_what_is_listed_and_nothing_else(FunctionPackage made) {
        Stream<String> names = made.jars().stream().map(PackagesIT::withoutVersion);

        assertThat(names)
                .as("lambda/src/test/resources/dev/wau/lambda/packages/" + made + ".txt")
                .containsExactlyElementsOf(
                        Events.text("packages/" + made + ".txt").lines().toList());
    }

    @ParameterizedTest
    @EnumSource
    void no_package_holds_netty_spark_a_driver_or_another_http_client(FunctionPackage made) {
        assertThat(made.jars())
                .isNotEmpty()
                .noneMatch(jar -> jar.matches(
                        "(netty|spark|scala|hadoop|duckdb|postgresql|redshift|url-connection|aws-crt|crt|eventstream"
                                + "|jackson-databind|junit).*"));
    }

    @ParameterizedTest
    @EnumSource
    void the_notice_names_every_jar_and_its_licence(FunctionPackage made) {
        String notice = made.text("NOTICE");

        assertThat(made.jars().stream().map(PackagesIT::withoutVersion).filter(name -> !name.startsWith("wau-")))
                .allSatisfy(name -> assertThat(notice).containsPattern("(?<![a-z-])" + name + "(?![a-z-])"));
        assertThat(made.text("LICENSE")).contains("Apache License");
        assertThat(made.text("zstd-jni-LICENSE")).contains("Luben Karavelov");
    }

    private static String withoutVersion(String jar) {
        return jar.replaceFirst("-[0-9].*", "");
    }
}
