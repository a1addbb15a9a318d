package dev.wau.warehouse.redshift;

import dev.wau.aws.s3.S3Store;
import dev.wau.load.Login;
import dev.wau.load.Warehouse;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.redshift.RedshiftStandIn;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Patience;
import dev.wau.warehouse.WarehouseSetting;
import dev.wau.warehouse.Warehouses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A stand-in of Redshift and an S3 that it reads, one for all tests of this process. */
final class TestingRedshift {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

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

    static RedshiftStandIn standIn() {
        return REDSHIFT;
    }

    /** The central bucket. */
    static ObjectStore central() {
        return new S3Store(S3.client(), StorePlace.of(Location.of("s3://central/wau")));
    }

    /** How tests open warehouses. */
    static WarehouseSetting setting() {
        return WarehouseSetting.of(Access.READ_WRITE, Patience.of(PATIENCE))
                .with(central())
                .with(RedshiftSettings.DEFAULT, () -> new Login(RedshiftStandIn.USER, RedshiftStandIn.PASSWORD));
    }

    /** A new, empty warehouse. */
    static Warehouse create() {
        return open(REDSHIFT.url());
    }

    /** One that may be there. */
    static Warehouse open(String url) {
        return Warehouses.open(url, setting());
    }
}
