package dev.wau.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that move under the reader. */
final class ChangingSourceTest {

    private static final String TEXT = "timestamp,event\n2025-06-30 10:00:00,login\n";

    @TempDir
    Path folder = Path.of("");

    private AggregateBench bench = new AggregateBench(folder);
    private final OneFile source = new OneFile();

    @BeforeEach
    void customer() throws IOException {
        bench = new AggregateBench(folder).customer("acme");
        bench.sources = customer -> source;
    }

    @Test
    void aFileThatChangesWhileItIsReadIsLeftForTheNextBatch() {
        source.whileRead = () -> source.version = "v2";

        AggregateResult result = bench.run();

        assertThat(result.left()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("changed");
            assertThat(note.name()).isEqualTo("a.csv");
        });
        assertThat(result.files()).isZero();
        assertThat(bench.keys("csv/")).isEmpty();
        source.whileRead = () -> {};
        assertThat(bench.run().files()).isEqualTo(1);
    }

    @Test
    void aFileThatGoesAwayIsLeftToo() {
        source.whileRead = () -> source.version = "";

        assertThat(bench.run().left()).extracting(note -> note.code()).containsExactly("gone");
        assertThat(bench.keys("csv/")).isEmpty();
    }

    @Test
    void aRefusalOfAFileThatChangedMeanwhileIsNone() {
        source.text = "not yet";
        source.whileRead = () -> source.version = "v2";

        AggregateResult result = bench.run();

        assertThat(result.refusals()).isEmpty();
        assertThat(result.left()).hasSize(1);
    }

    @Test
    void aFileThatIsGoneBeforeItIsOpenedIsLeft() {
        source.whileOpened = () -> {
            source.version = "";
            throw new WauException(ErrorCode.NOT_FOUND, "Cannot read a.csv: no such file");
        };

        assertThat(bench.run().left()).extracting(note -> note.code()).containsExactly("gone");
    }

    @Test
    void aFileThatCannotBeReadFailsItsCustomer() {
        source.failure = new IOException("bad sector");

        assertThatThrownBy(bench::run)
                .isInstanceOf(CustomersFailedException.class)
                .hasMessageContaining("acme: 'a.csv': bad sector");
        assertThat(bench.keys("csv/")).isEmpty();
        assertThat(bench.keys("complete/")).isEmpty();
    }

    @Test
    void aCompressedFileThatCannotBeReadIsNotItsOwnFault() {
        source.text = "\u001f";
        source.failure = new IOException("bad sector");

        assertThatThrownBy(bench::run).hasMessageContaining("bad sector");
    }

    @Test
    void aSourceThatFailsWhileItIsReadInItsOwnWordsFailsItsCustomerToo() {
        source.whileRead = () -> {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot read s3://acme-logs/a.csv: it broke off");
        };

        assertThatThrownBy(bench::run)
                .isInstanceOf(CustomersFailedException.class)
                .hasMessageContaining("acme: 'a.csv': Cannot read s3://acme-logs/a.csv: it broke off");
    }

    private static final class OneFile implements Source {
        private String text = TEXT;
        private String version = "v1";
        private Runnable whileOpened = () -> {};
        private Runnable whileRead = () -> {};
        private IOException failure = new IOException();

        @Override
        public String description() {
            return "one file";
        }

        @Override
        public Stream<SourceFile> list() {
            return Stream.of(file());
        }

        @Override
        public InputStream read(SourceFile file) {
            whileOpened.run();
            return new FilterInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))) {
                @Override
                public int read(byte[] bytes, int start, int length) throws IOException {
                    whileRead.run();
                    int read = super.read(bytes, start, length);
                    if (read < 0 && failure.getMessage() != null) {
                        throw failure;
                    }
                    return read;
                }
            };
        }

        @Override
        public SourceFile refresh(SourceFile file) {
            return file();
        }

        private SourceFile file() {
            return new SourceFile("a.csv", version.isEmpty() ? -1 : text.length(), Instant.EPOCH, version);
        }
    }
}
