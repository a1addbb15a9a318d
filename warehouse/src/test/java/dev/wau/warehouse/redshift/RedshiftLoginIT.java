package dev.wau.warehouse.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.config.RedshiftRules;
import dev.wau.load.Login;
import dev.wau.load.LoginSource;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.redshift.RedshiftStandIn;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who connects, and to which schema. */
final class RedshiftLoginIT {

    private static final Login RIGHT = new Login(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD);
    private static final Login WRONG = new Login(RedshiftStandIn.USER, "an old one");

    private final String url = TestingRedshift.standIn().url();

    /** Gives the old password until it is refused. */
    private static final class Rotated implements LoginSource {

        private final List<Login> refused = new ArrayList<>();
        private int asked;

        @Override
        public Login login() {
            asked++;
            return refused.isEmpty() ? WRONG : RIGHT;
        }

        @Override
        public void refused(Login login) {
            refused.add(login);
        }
    }

    @Test
    void aPasswordThatWasRotatedIsAskedForAgain() {
        Rotated source = new Rotated();

        try (Warehouse warehouse = Warehouses.open(url, with(RedshiftRules.DEFAULT, source))) {
            new TestingLoads(warehouse).load("acme/a.csv", "timestamp,event\n2025-01-06 08:00:00,login\n");
        }

        assertThat(source.refused).containsExactly(WRONG);
        assertThat(source.asked).isGreaterThan(2);
    }

    @Test
    void aPasswordThatIsRefusedTwiceIsAnError() {
        List<Login> asked = new ArrayList<>();
        LoginSource always = () -> {
            asked.add(WRONG);
            return WRONG;
        };

        assertThatThrownBy(() -> Warehouses.open(url, with(RedshiftRules.DEFAULT, always)))
                .isInstanceOfSatisfying(
                        WauException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessageNotContaining("an old one");
        assertThat(asked).hasSize(2);
    }

    @Test
    void twoSchemasAreTwoWarehouses() throws SQLException {
        try (Connection connection = TestingRedshift.standIn().connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA audit");
        }

        try (Warehouse audit = Warehouses.open(url, with(RedshiftRules.DEFAULT.in("audit"), () -> RIGHT));
                Warehouse other = Warehouses.open(url, with(RedshiftRules.DEFAULT, () -> RIGHT))) {
            new TestingLoads(audit).load("acme/a.csv", "timestamp,event\n2025-01-06 08:00:00,login\n");

            assertThat(new TestingLoads(audit).table()).hasSize(1);
            assertThat(new TestingLoads(other).table()).isEmpty();
            assertThat(audit.activity().basis().rows()).isEqualTo(1);
        }
    }

    private static WarehouseSetting with(RedshiftRules settings, LoginSource source) {
        return TestingRedshift.setting().with(settings, source);
    }
}
