package dev.wau.proof;

import dev.wau.aws.s3.S3Store;
import dev.wau.config.RedshiftRules;
import dev.wau.load.Login;
import dev.wau.load.Warehouse;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import dev.wau.testing.redshift.RedshiftStandIn;
import dev.wau.testing.redshift.SharedRedshift;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;

/** Warehouses in the stand-in that this process shares, and the central bucket that they load from. */
final class TestingRedshift {

    private static final String BUCKET = SharedRedshift.s3().makeBucket();

    private TestingRedshift() {}

    /** A new, empty warehouse. */
    static Warehouse create() {
        S3Store central =
                new S3Store(SharedRedshift.s3().client(), StorePlace.of(Location.of("s3://" + BUCKET + "/wau")));
        return Warehouses.open(
                SharedRedshift.standIn().url(),
                WarehouseSetting.of(Access.READ_WRITE, Patience.of(Warehouses.PATIENCE))
                        .with(central)
                        .with(RedshiftRules.DEFAULT, () -> new Login(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD)));
    }
}
