package dev.wau.testing.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Source} does whose files somebody puts into a place: a folder, a bucket. */
public abstract class SourceContract {

    /** A name as the exporter writes them. */
    protected static final String EXPORTED = "acme-Apr-05-2023-00:00:00--Apr-06-2023-00:00:00.csv";

    /** The files of the place that match. */
    protected abstract Source source(String glob);

    /** Puts a file there, or replaces it. */
    protected abstract void write(String name, String text) throws IOException;

    /** Removes a file. */
    protected abstract void remove(String name) throws IOException;

    @BeforeEach
    final void files() throws IOException {
        for (String name : List.of(
                "a.csv",
                "b 1.csv",
                EXPORTED,
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
    }

    @Test
    void theGlobIsOverRelativePaths() {
        assertThat(names("*.csv")).containsExactly("a.csv", EXPORTED, "b 1.csv");
        assertThat(names("sub/*.csv")).containsExactly("sub/a.csv");
        assertThat(names("sub/deep/ü.csv")).containsExactly("sub/deep/ü.csv");
        assertThat(names("*.{gz,txt}")).containsExactly("c.csv.gz", "d.txt");
        assertThat(names("**/*.csv")).containsExactly("a.csv", EXPORTED, "b 1.csv", "sub/a.csv", "sub/deep/ü.csv");
        assertThat(names("sub/**.csv")).containsExactly("sub/a.csv", "sub/deep/ü.csv");
    }

    @Test
    void hiddenAndUnfinishedFilesAreNotListed() {
        assertThat(names("**")).hasSize(7).noneMatch(name -> name.matches(".*(\\.tmp|\\.part|~|/\\..*)"));
        assertThat(names(".git/*.csv")).isEmpty();
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
    void aPatternThatIsNoneSaysSo() {
        assertThatThrownBy(() -> source("[a"))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessageStartingWith("Invalid file pattern: '[a' (")
                .hasMessageContaining("for example '*.csv'");
    }

    @Test
    void aFileIsReadAsItIs() throws IOException {
        Source source = source("sub/a.csv");
        write("sub/a.csv", "when,event\n1,login\n");
        SourceFile file = one(source);

        assertThat(text(source, file)).isEqualTo("when,event\n1,login\n");
        assertThat(file.bytes()).isEqualTo(19);
        assertThat(source.refresh(file)).isEqualTo(file);
    }

    @Test
    void aFileThatChangesHasAnotherVersion() throws IOException {
        Source source = source("a.csv");
        SourceFile before = one(source);
        assertThat(source.refresh(before)).isEqualTo(before);

        write("a.csv", "yy");

        assertThat(source.refresh(before).version()).isNotEqualTo(before.version());
        assertThat(source.refresh(before).bytes()).isEqualTo(2);
        assertThat(one(source).version()).isNotEqualTo(before.version());
    }

    @Test
    void aFileThatChangedIsNotReadAsTheOneListed() throws IOException {
        Source source = source("a.csv");
        SourceFile before = one(source);

        write("a.csv", "yy");

        assertFails(ErrorCode.OBJECT_CHANGED, source, before);
    }

    @Test
    void aFileThatIsGoneHasNoBytes() throws IOException {
        Source source = source("a.csv");
        SourceFile before = one(source);

        remove("a.csv");

        assertThat(source.refresh(before).bytes()).isEqualTo(-1);
        assertThat(names("a.csv")).isEmpty();
        assertFails(ErrorCode.NOT_FOUND, source, before);
    }

    @Test
    void aProbeTellsWhetherAFileCanBeRead() throws IOException {
        write("empty.log", "");

        assertThat(source("*.csv").probe()).isTrue();
        assertThat(source("empty.log").probe()).isTrue();
        assertThat(source("nothing/*.csv").probe()).isFalse();
    }

    /** The source's only file. */
    protected static SourceFile one(Source source) {
        try (Stream<SourceFile> files = source.list()) {
            List<SourceFile> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** A file's text. */
    protected static String text(Source source, SourceFile file) throws IOException {
        try (InputStream bytes = source.read(file)) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    private static void assertFails(ErrorCode code, Source source, SourceFile file) {
        assertThatThrownBy(() -> text(source, file))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private List<String> names(String glob) {
        try (Stream<SourceFile> files = source(glob).list()) {
            return files.map(SourceFile::name).toList();
        }
    }
}
