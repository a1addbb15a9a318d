package dev.wau.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code wau infra init} writes. */
class TemplateFileTest {

    @TempDir
    Path folder;

    static String text() throws IOException {
        try (InputStream content =
                Objects.requireNonNull(TemplateFileTest.class.getResourceAsStream("/dev/wau/infra/infra.yaml"))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void itIsReadAsItStands() throws IOException {
        assertThat(read(text())).hasSize(2);
    }

    /** So that what is commented out is no other than what holds. */
    @Test
    void whatIsCommentedOutIsWhatHolds() throws IOException {
        Settings written = read(text()).get(1).settings();
        String all = text().replaceAll("(?m)^#(?=[a-z]|  )", "")
                .replaceAll(
                        "(?m)^ *(bucket|endpoints|kms-key|availability-zones|vpc|subnets|route-tables|warehouse-access"
                                + "|namespace|workgroup|crawler-schedule|table-prefix|arguments|secrets|emails|database: wau_.*"
                                + "|config: wau-production).*\n",
                        "")
                .replaceAll("(?m)^ *(acme|tags|customers):.*\n", "");
        Settings uncommented = read(all).get(1).settings();
        assertThat(uncommented).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(InfraPlace.class)
    void everyKeyStandsInIt(InfraPlace place) throws IOException {
        String text = text();
        assertThat(place.names()).allSatisfy(key -> assertThat(text).contains(key + ":"));
    }

    private List<Deployment> read(String text) throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), "customers: {acme: {source: \"s3://acme-exports\"}}\n");
        return DeploymentReader.read(Files.writeString(folder.resolve("infra.yaml"), text), Map.of());
    }
}
