package dev.wau.benchmark.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.benchmark.way.WauAggregate;
import dev.wau.model.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorTest {

    private static final Shape SMALL = Shape.STANDARD.of(5, 1_200);

    @TempDir
    Path folder;

    static Stream<Shape> shapes() {
        return Stream.of(SMALL, SMALL.with(Shape.Cells.QUOTED), SMALL.widerBy(40));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void the_central_bucket_holds_what_aggregation_makes_of_the_sources(Shape shape) throws IOException {
        Generator generator = new Generator(folder);
        Dataset dataset = generator.central(shape);
        generator.sources(shape);
        Path run = Files.createDirectories(folder.resolve("run"));

        assertThat(new WauAggregate(dataset).run(run).records()).isEqualTo(shape.totalRecords());

        for (DataFile file : dataset.files()) {
            assertThat(file.in(run.resolve("central"))).hasSameBinaryContentAs(file.in(dataset.central()));
        }
    }

    @Test
    void a_shape_gives_the_same_bytes_everywhere() throws IOException {
        MessageDigest digest = Digests.begin();
        digest.update(Generator.bytes(Shape.STANDARD));

        assertThat(Digests.end(digest).hex())
                .isEqualTo("a2f47b1fe784630f9f29c0d09f950d4fcce87a781c303115e9f2afc867560a5b");
    }

    @Test
    void the_standard_shape_is_the_issues_422_megabytes_in_three_million_records() throws IOException {
        long one = Generator.bytes(Shape.STANDARD).length;

        assertThat(Shape.STANDARD.totalRecords()).isEqualTo(3_000_000);
        assertThat(one * Shape.STANDARD.files()).isBetween(410_000_000L, 434_000_000L);
    }

    @Test
    void what_is_there_is_not_made_again() throws IOException {
        Dataset dataset = new Generator(folder).central(SMALL);
        Path file = dataset.centralFiles().get(0);
        Files.writeString(file, "kept");

        new Generator(folder).central(SMALL);

        assertThat(file).hasContent("kept");
    }
}
