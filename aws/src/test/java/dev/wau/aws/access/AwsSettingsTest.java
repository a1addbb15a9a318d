package dev.wau.aws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.WauException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;

final class AwsSettingsTest {

    @Test
    void aFunctionIsNamedToTheOwnersOfRoles() {
        assertThat(AwsSettings.sessionName("wau-aggregate")).isEqualTo("wau-wau-aggregate");
        assertThat(AwsSettings.sessionName(null)).isEqualTo("wau-command-line");
    }

    @Test
    void anyFunctionNameMakesASessionName() {
        String name = AwsSettings.sessionName("a b/" + "x".repeat(100));

        assertThat(new AwsSettings(AnonymousCredentialsProvider::create, () -> Region.EU_WEST_1, null, name)
                        .sessionName())
                .startsWith("wau-a-b-xxx")
                .hasSize(64);
    }

    @Test
    void aSessionNameIsOneThatAwsTakes() {
        assertThatThrownBy(() ->
                        new AwsSettings(AnonymousCredentialsProvider::create, () -> Region.EU_WEST_1, null, "a b"))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("Invalid session name: 'a b'");
    }
}
