package dev.wau.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.collect.SourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderSourceTest extends SourceContract {

    private static final Instant WRITTEN = Instant.parse("2025-07-01T00:00:00.5Z");

    @TempDir
    Path folder = Path.of("");

    private Instant now = WRITTEN.plusSeconds(10);
    private final InstantSource clock = () -> now;

    @Override
    protected Source source(String glob) {
        return new FolderSource(folder, glob, clock);
    }

    @Override
    protected void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    @Override
    protected void remove(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    @Test
    void aFolderThatIsNotThereSaysSo() {
        Source source = new FolderSource(folder.resolve("nowhere"), "*.csv", clock);

        assertThatThrownBy(source::list)
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
                .hasMessageContaining("no such folder");
    }

    @Test
    void aFileJustWrittenIsLookedAtAgain() throws IOException {
        Source source = source("a.csv");
        now = WRITTEN;
        SourceFile fresh = one(source);
        assertThat(source.refresh(fresh)).isEqualTo(fresh);
        assertThat(text(source, fresh)).isEqualTo("x");
        now = WRITTEN.plusSeconds(10);

        assertThat(source.refresh(fresh)).isEqualTo(fresh);
        assertThat(one(source).version()).isNotEqualTo(fresh.version());
        assertThat(one(source)).isEqualTo(one(source));
    }

    @Test
    void centralNamesTellWhatTheFileIsThere() {
        assertThat(CentralNames.of("sub/x.csv")).isEqualTo("sub/x.csv");
        assertThat(CentralNames.of("x.csv.gz")).isEqualTo("x.csv.gz.csv");
        assertThat(CentralNames.of("x.CSV.ZST")).isEqualTo("x.CSV.ZST.csv");
        assertThat(CentralNames.of("x")).isEqualTo("x");
    }
}
