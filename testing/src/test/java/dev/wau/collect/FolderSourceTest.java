package dev.wau.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderSourceTest {

    private static final Instant WRITTEN = Instant.parse("2025-07-01T00:00:00.5Z");

    @TempDir
    Path folder = Path.of("");

    private Instant now = WRITTEN;
    private final InstantSource clock = () -> now;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of(
                "a.csv",
                "b 1.csv",
                "acme-Apr-05-2023-00:00:00--Apr-06-2023-00:00:00.csv",
                "c.csv.gz",
                "d.txt",
                "e.csv.tmp",
                "f.csv.part",
                ".g.csv",
                "h.csv~",
                "sub/a.csv",
                "sub/deep/ü.csv",
                ".git/i.csv",
                "sub/.hidden/j.csv")) {
            write(name, "x");
        }
        now = WRITTEN.plusSeconds(10);
    }

    @Test
    void theGlobIsOverRelativePaths() {
        assertThat(names("*.csv"))
                .containsExactly("a.csv", "acme-Apr-05-2023-00:00:00--Apr-06-2023-00:00:00.csv", "b 1.csv");
        assertThat(names("sub/*.csv")).containsExactly("sub/a.csv");
        assertThat(names("*.{gz,txt}")).containsExactly("c.csv.gz", "d.txt");
        assertThat(names("**/*.csv"))
                .containsExactly(
                        "a.csv",
                        "acme-Apr-05-2023-00:00:00--Apr-06-2023-00:00:00.csv",
                        "b 1.csv",
                        "sub/a.csv",
                        "sub/deep/ü.csv");
    }

    @Test
    void hiddenAndUnfinishedFilesAreNotListed() {
        assertThat(names("**")).hasSize(7).noneMatch(name -> name.matches(".*(\\.tmp|\\.part|~|/\\..*)"));
    }

    @Test
    void theDefaultMatchesUpperCaseEndingsToo() throws IOException {
        write("UP.CSV", "x");
        write("sub/UP.CSV.GZ", "x");

        assertThat(names("**.{csv,CSV}{,.gz,.zst,.GZ,.ZST}"))
                .contains("UP.CSV", "a.csv", "c.csv.gz", "sub/UP.CSV.GZ", "sub/a.csv")
                .doesNotContain("d.txt");
    }

    @Test
    void aNameMayHoldALineEnd() throws IOException {
        write("sub/two\nlines.csv", "x");

        assertThat(names("**.csv")).contains("sub/two\nlines.csv");
        assertThat(names("**/*.csv")).contains("sub/two\nlines.csv");
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
    void aPatternThatIsNoneSaysSo() {
        assertThatThrownBy(() -> new FolderSource(folder, "[a", clock))
                .hasMessageStartingWith("Invalid file pattern: '[a' (")
                .hasMessageContaining("for example '*.csv'");
    }

    @Test
    void aFileThatChangesHasAnotherVersion() throws IOException {
        Source source = new FolderSource(folder, "a.csv", clock);
        SourceFile before = one(source);
        assertThat(source.refresh(before)).isEqualTo(before);

        Files.writeString(folder.resolve("a.csv"), "y");

        assertThat(source.refresh(before).version()).isNotEqualTo(before.version());
        assertThat(one(source).version()).isNotEqualTo(before.version());
    }

    @Test
    void aFileThatIsGoneHasNoBytes() throws IOException {
        Source source = new FolderSource(folder, "a.csv", clock);
        SourceFile before = one(source);
        Files.delete(folder.resolve("a.csv"));

        assertThat(source.refresh(before).bytes()).isEqualTo(-1);
    }

    @Test
    void aFileJustWrittenIsLookedAtAgain() throws IOException {
        Source source = new FolderSource(folder, "a.csv", clock);
        now = WRITTEN;
        SourceFile fresh = one(source);
        assertThat(source.refresh(fresh)).isEqualTo(fresh);
        try (InputStream bytes = source.read(fresh)) {
            assertThat(new String(bytes.readAllBytes(), UTF_8)).isEqualTo("x");
        }
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

    private SourceFile one(Source source) {
        try (Stream<SourceFile> files = source.list()) {
            return files.findFirst().orElseThrow();
        }
    }

    private List<String> names(String glob) {
        try (Stream<SourceFile> files = new FolderSource(folder, glob, clock).list()) {
            return files.map(SourceFile::name).toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }
}
