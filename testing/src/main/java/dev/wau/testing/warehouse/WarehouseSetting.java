package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.load.FileRows;
import dev.wau.load.Warehouse;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new warehouse and what loads into it. */
abstract class WarehouseSetting {

    static final String HEADER = "timestamp,event,userId\n";
    static final String LOGIN = "2025-01-06 08:00:00,login,ann\n";
    static final String LOGOUT = "2025-01-06 09:00:00,logout,ann\n";

    Warehouse warehouse;
    TestingLoads loads;

    /** Of what kind. */
    protected abstract TestedWarehouse tested();

    /** The column of a run that failed, or of a file that didn't enter. */
    void requireNoTraceOf(String column) {
        try (FileRows rows = warehouse.history().rows(loads.loaded().get(0).id())) {
            assertThat(rows.columns().contains(column)).isEqualTo(!tested().columnsGoWithTheirRun());
            while (rows.next()) {
                assertThat(rows.text(column)).isNull();
            }
        }
    }

    @BeforeEach
    void open() {
        warehouse = tested().create();
        loads = new TestingLoads(warehouse).hints(tested().hints());
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    static CompletionMarker marker(String batch, CustomerOutcome.Outcome... outcomes) {
        List<CustomerOutcome> customers = new ArrayList<>();
        for (CustomerOutcome.Outcome outcome : outcomes) {
            customers.add(new CustomerOutcome(new Customer("customer" + customers.size()), outcome, 1, "why"));
        }
        Instant time = Instant.parse(batch + "T00:00:00.123456Z");
        return new CompletionMarker(new BatchId(batch), time, time.plusSeconds(60), customers, List.of());
    }
}
