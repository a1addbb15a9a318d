package dev.wau.csv;

import dev.wau.csv.time.TimeFormat;
import dev.wau.csv.time.TimeFormats;
import dev.wau.model.Customer;

/**
 * All that decides how a customer's file is read.
 *
 * @param customer the owner of the source, whatever a cell says
 * @param dialect how the file writes its records
 * @param roles which of its columns are time, event, user, identifier
 * @param timeFormat of the time column
 * @param personalData which columns are dropped or hashed
 * @param identity what makes two records of different files equal
 * @param limits bounds
 */
public record ReadRules(
        Customer customer,
        Dialect dialect,
        ColumnRoles roles,
        TimeFormat timeFormat,
        PersonalData personalData,
        RowIdentity identity,
        Limits limits) {

    // One for all files: a zone's clock is larger than the rest of a file's rules.
    private static final TimeFormat CENTRAL_TIME = TimeFormats.central();

    /**
     * The rules of the central bucket: RFC 4180, UTF-8, the exporter's column names, {@code uuuu-MM-dd
     * HH:mm:ss[.ffffff]} or ISO 8601 in UTC. Whatever the source's dialect was, aggregation wrote this.
     */
    public static ReadRules central(Customer customer, RowIdentity identity, Limits limits) {
        return new ReadRules(
                customer, Dialect.STANDARD, ColumnRoles.STANDARD, CENTRAL_TIME, PersonalData.NONE, identity, limits);
    }
}
