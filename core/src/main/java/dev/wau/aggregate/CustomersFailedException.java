package dev.wau.aggregate;

import dev.wau.complete.CustomerOutcome;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.stream.Collectors;

/**
 * Customers of the batch failed, and the policy asks for all of them: no marker was written. What was copied stays, and
 * comes with the marker of the next run in which nobody fails.
 */
public final class CustomersFailedException extends WauException {

    private final transient AggregateResult result;

    CustomersFailedException(AggregateResult result) {
        super(ErrorCode.CUSTOMER_FAILED, message(result));
        this.result = result;
    }

    /** What was done all the same. */
    public AggregateResult result() {
        return result;
    }

    private static String message(AggregateResult result) {
        String failures =
                result.failed().stream().map(CustomersFailedException::line).collect(Collectors.joining("\n"));
        return "Cannot complete the batch: " + result.failed().size() + " of "
                + result.customers().size() + " customers failed, so no marker was written\n" + failures
                + "\n  What was copied is kept. Run again when the sources can be read, or set"
                + " policies.missing-customers: partial";
    }

    private static String line(CustomerOutcome customer) {
        return "  " + customer.customer() + ": " + customer.error();
    }
}
