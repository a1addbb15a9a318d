package dev.wau.config;

import dev.wau.collect.SourcePlace;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import dev.wau.csv.Limits;
import dev.wau.csv.PersonalData;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.csv.time.TimeFormat;
import dev.wau.model.Customer;

/**
 * One customer of {@code wau.yaml}.
 *
 * @param customer its name
 * @param source where its files come from
 * @param dialect how its files write records
 * @param columns which columns are time, event, user
 * @param time the time column's format
 * @param personalData what is dropped and hashed; the key is resolved from its reference
 */
public record CustomerConfig(
        Customer customer,
        SourcePlace source,
        Dialect dialect,
        ColumnRoles columns,
        TimeFormat time,
        PersonalData personalData) {

    /** All that decides how this customer's files are read. */
    public ReadRules readRules(RowIdentity identity, Limits limits) {
        return new ReadRules(customer, dialect, columns, time, personalData, identity, limits);
    }
}
