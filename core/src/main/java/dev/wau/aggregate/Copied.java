package dev.wau.aggregate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the work for some customers came.
 *
 * @param customers those whose sources were listed
 * @param waiting what there was no time for; null if there was time for all
 */
record Copied(List<CustomerEnd> customers, AggregateResult.@Nullable Waiting waiting) {

    Copied {
        customers = List.copyOf(customers);
    }
}
