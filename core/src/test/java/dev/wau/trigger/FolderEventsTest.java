package dev.wau.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEventsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void a_new_file_ends_the_wait() throws Exception {
        try (FolderEvents events = FolderEvents.of(List.of(folder))) {
            Files.writeString(folder.resolve("a.csv"), "x");
            assertThat(events.await(LONG, SHORT)).isTrue();
        }
    }

    @Test
    void nothing_new_waits_out_the_time() throws Exception {
        try (FolderEvents events = FolderEvents.of(List.of(folder))) {
            assertThat(events.await(SHORT, SHORT)).isFalse();
        }
    }

    @Test
    void folders_made_later_are_watched_too() throws Exception {
        try (FolderEvents events = FolderEvents.of(List.of(folder))) {
            Path below = Files.createDirectories(folder.resolve("acme"));
            assertThat(events.await(LONG, SHORT)).isTrue();
            Files.writeString(below.resolve("a.csv"), "x");
            assertThat(events.await(LONG, SHORT)).isTrue();
        }
    }

    @Test
    void a_folder_that_is_not_there_is_no_error() throws Exception {
        try (FolderEvents events = FolderEvents.of(List.of(folder.resolve("later")))) {
            assertThat(events.await(SHORT, SHORT)).isFalse();
        }
    }
}
