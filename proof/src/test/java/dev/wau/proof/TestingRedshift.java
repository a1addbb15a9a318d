package dev.wau.proof;

import dev.wau.aws.s3.S3Store;
import dev.wau.load.Login;
import dev.wau.load.Warehouse;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.redshift.RedshiftStandIn;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;
import dev.wau.warehouse.redshift.RedshiftSettings;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Redshift's stand-in, and the S3 that it reads: one for this process. */
final class TestingRedshift {

    private static final S3Server S3;
    private static final RedshiftStandIn REDSHIFT;

    static {
        try {
            S3 = S3Server.start();
            S3.client().createBucket(bucket -> bucket.bucket("central"));
            REDSHIFT = RedshiftStandIn.start(S3.uri());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestingRedshift() {}

    /** A new, empty warehouse. */
    static Warehouse create() {
        S3Store central = new S3Store(S3.client(), StorePlace.of(Location.of("s3://central/wau")));
        return Warehouses.open(
                REDSHIFT.url(),
                WarehouseSetting.of(Access.READ_WRITE, Patience.of(Warehouses.PATIENCE))
                        .with(central)
                        .with(
                                RedshiftSettings.DEFAULT,
                                () -> new Login(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD)));
    }
}
