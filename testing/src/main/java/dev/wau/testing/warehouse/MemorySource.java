package dev.wau.testing.warehouse;

import dev.wau.model.Reject;
import java.util.List;

/** What aggregation rejected of one file's source. */
record MemorySource(long rejected, List<Reject> rejects) {

    static final MemorySource CLEAN = new MemorySource(0, List.of());

    List<MemoryFile.StagedReject> staged() {
        return rejects.stream()
                .map(reject -> new MemoryFile.StagedReject("aggregate", reject.withoutText()))
                .toList();
    }
}
