package dev.wau.warehouse;

import dev.wau.config.RedshiftRules;
import dev.wau.load.LoginSource;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.parts.LocalPartEngine;
import dev.wau.warehouse.parts.PartEngine;
import org.jspecify.annotations.Nullable;

/**
 * All that a warehouse is opened with, beside its URL; each takes what it needs.
 *
 * @param access read, or write too
 * @param patience how long to wait for others
 * @param central the central bucket, for a warehouse that loads from there; null: such a one can only be read
 * @param engine who reads files for it
 * @param login asked before each connection
 * @param redshift for Redshift
 */
public record WarehouseSetting(
        Access access,
        Patience patience,
        @Nullable ObjectStore central,
        PartEngine engine,
        LoginSource login,
        RedshiftRules redshift) {

    /** Without a central bucket. */
    public static WarehouseSetting of(Access access, Patience patience) {
        return new WarehouseSetting(access, patience, null, new LocalPartEngine(), () -> null, RedshiftRules.DEFAULT);
    }

    /** Loading from this bucket. */
    public WarehouseSetting with(ObjectStore bucket) {
        return new WarehouseSetting(access, patience, bucket, engine, login, redshift);
    }

    /** With another patience. */
    public WarehouseSetting with(Patience other) {
        return new WarehouseSetting(access, other, central, engine, login, redshift);
    }

    /** With another engine. */
    public WarehouseSetting with(PartEngine other) {
        return new WarehouseSetting(access, patience, central, other, login, redshift);
    }

    /** With what Redshift is told. */
    public WarehouseSetting with(RedshiftRules settings, LoginSource who) {
        return new WarehouseSetting(access, patience, central, engine, who, settings);
    }
}
