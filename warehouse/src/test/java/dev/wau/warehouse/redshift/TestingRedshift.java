package dev.wau.warehouse.redshift;

import dev.wau.aws.s3.S3Store;
import dev.wau.config.RedshiftRules;
import dev.wau.load.Login;
import dev.wau.load.Warehouse;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.testing.redshift.RedshiftStandIn;
import dev.wau.testing.redshift.SharedRedshift;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;
import java.time.Duration;

/** Warehouses in the stand-in that this process shares, and the central bucket that they load from. */
final class TestingRedshift {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String BUCKET = SharedRedshift.s3().makeBucket();

    private TestingRedshift() {}

    static RedshiftStandIn standIn() {
        return SharedRedshift.standIn();
    }

    /** The central bucket. */
    static ObjectStore central() {
        return new S3Store(SharedRedshift.s3().client(), StorePlace.of(Location.of("s3://" + BUCKET + "/wau")));
    }

    /** How tests open warehouses. */
    static WarehouseSetting setting() {
        return WarehouseSetting.of(Access.READ_WRITE, Patience.of(PATIENCE))
                .with(central())
                .with(RedshiftRules.DEFAULT, () -> new Login(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD));
    }

    /** A new, empty warehouse. */
    static Warehouse create() {
        return open(standIn().url());
    }

    /** One that may be there. */
    static Warehouse open(String url) {
        return Warehouses.open(url, setting());
    }
}
