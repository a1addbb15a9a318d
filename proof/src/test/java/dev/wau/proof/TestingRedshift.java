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
public final class TestingRedshift {

    private static final Location BUCKET = newBucket();

    private TestingRedshift() {}

    /** A new, empty warehouse. */
    static Warehouse create() {
        return open(SharedRedshift.standIn().url(), BUCKET);
    }

    /** A new place for a central bucket. */
    public static Location newBucket() {
        return Location.of("s3://" + SharedRedshift.s3().makeBucket() + "/wau");
    }

    /** The store that a place is. */
    public static S3Store store(Location bucket) {
        return new S3Store(SharedRedshift.s3().client(), StorePlace.of(bucket));
    }

    /** Opens the warehouse of one of the stand-in's URLs. */
    public static Warehouse open(String url, Location central) {
        return Warehouses.open(
                url,
                WarehouseSetting.of(Access.READ_WRITE, Patience.of(Warehouses.PATIENCE))
                        .with(store(central))
                        .with(RedshiftRules.DEFAULT, () -> new Login(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD)));
    }
}
