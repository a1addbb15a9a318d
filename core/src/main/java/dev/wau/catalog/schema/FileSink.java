package dev.wau.catalog.schema;

import dev.wau.csv.AuditLogRecord;
import dev.wau.csv.FileLayout;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;

/** Takes files as they are read, one after the other: each one's columns, then its records. On one thread. */
public interface FileSink {

    /** A file begins. */
    void file(ObjectKey file, Customer customer, FileLayout layout);

    /** A good record of it, valid until the next. */
    void record(AuditLogRecord record);

    /** It ends, as far as it is read. */
    default void end() {}
}
