package dev.wau.aws.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wau.aws.access.AwsClients;
import dev.wau.aws.access.TestingAccess;
import dev.wau.load.Login;
import dev.wau.load.RedshiftUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.aws.RedshiftServerlessFake;
import dev.wau.testing.aws.SignedRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("says in the JVM's properties where Redshift Serverless is")
final class WorkgroupLoginTest {

    private static final String ENDPOINT = "aws.endpointUrlRedshiftServerless";
    private static final String HOST = "wau-2.123456789012.eu-central-1.redshift-serverless.amazonaws.com";

    private Instant now = Instant.now();
    private final RedshiftServerlessFake serverless = new RedshiftServerlessFake("wau-2", (user, password) -> {});
    private final AwsClients clients = new AwsClients(TestingAccess.settings(null));

    @BeforeEach
    void endpoint() {
        System.setProperty(ENDPOINT, serverless.uri().toString());
    }

    @AfterEach
    void close() {
        System.clearProperty(ENDPOINT);
        clients.close();
        serverless.close();
    }

    @Test
    void the_host_names_workgroup_and_region() {
        Login given = login("jdbc:redshift:iam://" + HOST + ":5439/audit").login();

        assertThat(given.user()).isEqualTo(RedshiftServerlessFake.USER);
        assertThat(given.password()).isEqualTo("temporary-1");
        SignedRequest request = serverless.requests().get(0);
        assertThat(request.accessKey()).isEqualTo(TestingAccess.OWN_KEY);
        assertThat(request.header("authorization")).contains("/eu-central-1/redshift-serverless/aws4_request");
        assertThat(request.body())
                .contains("\"workgroupName\":\"wau-2\"", "\"dbName\":\"audit\"", "\"durationSeconds\":3600");
    }

    @Test
    void a_password_is_used_until_five_minutes_before_its_end() {
        RememberedLogin login = login("jdbc:redshift:iam://" + HOST + "/audit");
        login.login();
        now = now.plus(Duration.ofMinutes(54));
        assertThat(login.login().password()).isEqualTo("temporary-1");

        now = now.plus(Duration.ofMinutes(2));
        assertThat(login.login().password()).isEqualTo("temporary-2");
    }

    @Test
    void another_host_needs_the_drivers_options() {
        assertThat(login("jdbc:redshift:iam://redshift.example:5439/audit?ServerlessWorkgroup=wau-2&region=eu-west-3")
                        .login()
                        .password())
                .isEqualTo("temporary-1");
        assertThat(serverless.requests().get(0).header("authorization")).contains("/eu-west-3/");

        assertThatThrownBy(() -> login("jdbc:redshift:iam://redshift.example:5439/audit"))
                .hasMessageContaining("add '?serverlessWorkGroup=NAME&Region=REGION'")
                .hasMessageContaining("redshift.secret");
    }

    @Test
    void a_workgroup_that_is_not_there_is_named() {
        RememberedLogin login = login(
                "jdbc:redshift:iam://other.123456789012.eu-west-1.redshift-serverless" + ".amazonaws.com:5439/audit");

        WauException error = catchThrowableOfType(WauException.class, login::login);

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION);
        assertThat(error)
                .hasMessageContaining("database 'audit' of workgroup 'other'")
                .hasMessageContaining("check workgroup, account, region and database");
    }

    private RememberedLogin login(String url) {
        return DatabaseLogins.workgroup(clients, RedshiftUrl.of(url).orElseThrow(), () -> now);
    }
}
