package dev.wau.collect;

import dev.wau.store.CloudAccess;
import dev.wau.store.Location;

/**
 * Where a customer's files come from.
 *
 * @param files glob over relative paths ({@code *.csv*}, {@code **}{@code /logon*.csv})
 * @param logs how a log group is cut into files; of no meaning elsewhere
 */
public record SourcePlace(Location location, String files, CloudAccess access, LogExport logs) {

    /** A place without anything to say beside. */
    public static SourcePlace of(Location location, String files) {
        return new SourcePlace(location, files, CloudAccess.DEFAULT, LogExport.DEFAULT);
    }
}
