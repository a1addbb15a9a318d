package dev.wau.cli.stage;

import dev.wau.aws.AwsPlaces;
import dev.wau.config.RedshiftRules;
import dev.wau.config.WauConfig;
import dev.wau.load.RedshiftUrl;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.LoginSource;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.redshift.RedshiftSettings;
import java.util.Optional;

/** With what the warehouse of {@code wau.yaml} is opened: the one place that turns configuration into its settings. */
final class WarehouseOpening {

    private WarehouseOpening() {}

    /** All but the central bucket. */
    static WarehouseSetting setting(WauConfig config, Access access, Patience patience, AwsPlaces aws) {
        RedshiftRules rules = config.redshift();
        return WarehouseSetting.of(access, patience)
                .with(
                        new RedshiftSettings(
                                rules.copyRole(), rules.statementTimeout(), rules.copyTimeout(), rules.schema()),
                        login(config, aws));
    }

    private static LoginSource login(WauConfig config, AwsPlaces aws) {
        Optional<RedshiftUrl> url = RedshiftUrl.of(config.warehouse());
        if (url.isEmpty()) {
            return () -> null;
        }
        if (url.get().byIam()) {
            return new AwsLogin(aws.workgroupLogin(url.get()));
        }
        String secret = config.redshift().secret();
        return secret == null
                ? () -> null
                : new AwsLogin(aws.secretLogin(secret, config.central().access().region()));
    }
}
