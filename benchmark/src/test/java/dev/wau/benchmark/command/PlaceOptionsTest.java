package dev.wau.benchmark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceOptionsTest {

    /** More than any system gives. */
    private static final long NO_PROCESS = 999_999_999_999L;

    @TempDir
    Path folder;

    @Test
    void onlyFoldersOfProcessesThatAreGoneAreRemoved() throws IOException {
        PlaceOptions place = new PlaceOptions();
        place.work = folder;
        Path abandoned = folder.resolve("runs-" + NO_PROCESS);
        List<Path> others = List.of(place.runs(), folder.resolve("runs-of-mine"), folder.resolve("data"));
        Files.createDirectories(abandoned.resolve("wau"));
        Files.writeString(abandoned.resolve("wau/wau.duckdb"), "a run's");
        for (Path other : others) {
            Files.createDirectories(other);
        }

        place.removeAbandonedRuns();

        assertThat(abandoned).doesNotExist();
        assertThat(others).allSatisfy(other -> assertThat(other).isDirectory());
    }

    @Test
    void withoutAWorkFolderThereIsNothingToRemove() throws IOException {
        PlaceOptions place = new PlaceOptions();
        place.work = folder.resolve("none");

        place.removeAbandonedRuns();

        assertThat(place.work).doesNotExist();
    }
}
