package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.activity.ActivityStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RollupActivityStoreTest extends ActivityStoreContract {

    private static final TestingRollup ROLLUP = TestingRollup.inDuckDb(folder());

    /** Under the build's own folder: jqwik's properties know no temporary folder of JUnit's. */
    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "rollup")), "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ActivityStore store(ActivityData data) {
        return ROLLUP.store(data);
    }
}
