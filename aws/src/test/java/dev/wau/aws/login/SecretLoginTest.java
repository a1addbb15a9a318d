package dev.wau.aws.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wau.aws.access.AwsClients;
import dev.wau.aws.access.TestingAccess;
import dev.wau.load.Login;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.aws.SecretsFake;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("says in the JVM's properties where Secrets Manager is")
final class SecretLoginTest {

    private static final String ENDPOINT = "aws.endpointUrlSecretsManager";
    private static final String SECRET = "wau/redshift";

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final SecretsFake secrets = new SecretsFake();
    private final AwsClients clients = new AwsClients(TestingAccess.settings(null));
    private final RememberedLogin login = DatabaseLogins.secret(clients, SECRET, null, () -> now);

    @BeforeEach
    void endpoint() {
        System.setProperty(ENDPOINT, secrets.uri().toString());
        secrets.put(SECRET, "{\"username\":\"loader\",\"password\":\"p1\",\"port\":5439,\"tags\":{\"a\":[1]}}");
    }

    @AfterEach
    void close() {
        System.clearProperty(ENDPOINT);
        clients.close();
        secrets.close();
    }

    @Test
    void it_is_remembered_for_five_minutes() {
        assertThat(login.login().user()).isEqualTo("loader");
        now = now.plus(Duration.ofSeconds(299));
        assertThat(login.login().password()).isEqualTo("p1");
        assertThat(secrets.requests()).isEqualTo(1);

        secrets.put(SECRET, "{\"username\":\"loader\",\"password\":\"p2\"}");
        now = now.plus(Duration.ofSeconds(1));
        assertThat(login.login().password()).isEqualTo("p2");
    }

    @Test
    void a_refused_password_is_asked_for_again_once() {
        login.login();
        secrets.put(SECRET, "{\"username\":\"loader\",\"password\":\"p2\"}");

        login.refused(new Login("wau", "p1"));
        assertThat(login.login().password()).isEqualTo("p2");
        // Another thread met the same refusal a moment later.
        login.refused(new Login("wau", "p1"));
        assertThat(login.login().password()).isEqualTo("p2");
        assertThat(secrets.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret",
                "[\"s3cret\"]",
                "{\"username\": s3cret}",
                "{\"username\":\"loader\",\"password\":{\"a\":\"s3cret\"}}",
                "{\"user\":\"loader\",\"password\":\"s3cret\"}",
                ""
            })
    void a_secret_that_holds_no_login_is_named_and_not_shown(String value) {
        secrets.put(SECRET, value);

        WauException error = catchThrowableOfType(WauException.class, login::login);

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION);
        assertThat(error)
                .hasMessageStartingWith("Cannot log in to the warehouse: the secret 'wau/redshift' holds no login: it")
                .hasMessageEndingWith("(it must be {\"username\": \"...\", \"password\": \"...\"})");
        assertThat(error.toString()).doesNotContain("s3cret");
        assertThat(error).hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ResourceNotFoundException | INVALID_CONFIGURATION | check name, account and region
            AccessDeniedException     | INVALID_CONFIGURATION | allow secretsmanager:GetSecretValue
            DecryptionFailure         | INVALID_CONFIGURATION | allow kms:Decrypt on its key
            InternalServiceError      | WAREHOUSE_FAILED      | try again
            """)
    void a_refusal_says_what_to_do(String type, ErrorCode code, String advice) {
        secrets.refuse(type);

        WauException error = catchThrowableOfType(WauException.class, login::login);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error).hasMessageContaining("'wau/redshift'").hasMessageContaining(advice);
    }

    @Test
    void neither_is_shown() {
        assertThat(login.login().toString()).contains("loader").doesNotContain("p1");
    }
}
