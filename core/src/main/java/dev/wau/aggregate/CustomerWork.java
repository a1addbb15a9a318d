package dev.wau.aggregate;

import dev.wau.collect.Source;
import dev.wau.config.CustomerConfig;
import dev.wau.model.Customer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is to do for one customer, and whether its source failed. Thread-safe. */
final class CustomerWork {

    private final CustomerConfig config;
    private final Source source;
    private final String rules;
    private final Ledger ledger;
    private final AtomicReference<@Nullable String> error = new AtomicReference<>();
    private List<FileWork> files = List.of();
    private final AtomicReference<@Nullable Instant> newest = new AtomicReference<>();
    private long unchanged;

    CustomerWork(CustomerConfig config, Source source, String rules, Ledger ledger) {
        this.config = config;
        this.source = source;
        this.rules = rules;
        this.ledger = ledger;
    }

    Customer customer() {
        return config.customer();
    }

    CustomerConfig config() {
        return config;
    }

    Source source() {
        return source;
    }

    String rules() {
        return rules;
    }

    Ledger ledger() {
        return ledger;
    }

    /** New and changed files, by name. */
    List<FileWork> files() {
        return files;
    }

    long unchanged() {
        return unchanged;
    }

    void found(List<FileWork> newFiles, long unchangedFiles) {
        files = List.copyOf(newFiles);
        unchanged = unchangedFiles;
    }

    /** The customer's source can't be read; the first reason is kept. */
    void fail(String message) {
        error.compareAndSet(null, message);
    }

    @Nullable
    String error() {
        return error.get();
    }

    /** An object of the customer stands in {@code csv/}, written then. */
    void stands(Instant written) {
        newest.accumulateAndGet(written, (known, other) -> known == null || known.isBefore(other) ? other : known);
    }

    CustomerEnd end() {
        return new CustomerEnd(customer(), error(), newest.get());
    }
}
