package dev.wau.benchmark.command;

import dev.wau.benchmark.data.Shape;
import picocli.CommandLine.Option;

/** Which files. */
final class ShapeOptions {

    @Option(
            names = "--shape",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}; each about 422 MB of text (default: ${DEFAULT-VALUE})")
    Named named = Named.STANDARD;

    @Option(names = "--scale", paramLabel = "X", description = "so many times the files (default: ${DEFAULT-VALUE})")
    double scale = 1;

    @Option(names = "--files", paramLabel = "N", description = "instead of the shape's number of files")
    int files;

    @Option(names = "--records", paramLabel = "N", description = "instead of the shape's records in each file")
    int records;

    @Option(names = "--repeats", paramLabel = "N", description = "one record in N stands twice in its file; 0: none")
    int repeats = Shape.STANDARD.repeats();

    @Option(names = "--seed", paramLabel = "N", description = "of everything random (default: ${DEFAULT-VALUE})")
    long seed = Shape.STANDARD.seed();

    /** The shapes that have names. */
    enum Named {
        STANDARD,
        SMALL_FILES,
        LARGE_FILES,
        WIDE,
        QUOTED,
        GZ
    }

    /** The shape that was asked for. */
    Shape shape() {
        Shape base = base();
        int scaled = files > 0 ? files : (int) Math.max(1, Math.round(base.files() * scale));
        Shape sized = base.of(scaled, records > 0 ? records : base.records());
        return new Shape(
                sized.files(),
                sized.records(),
                sized.customers(),
                sized.layouts(),
                sized.wide(),
                sized.cells(),
                sized.packing(),
                repeats,
                seed);
    }

    private Shape base() {
        return switch (named) {
            case STANDARD -> Shape.STANDARD;
            case SMALL_FILES -> Shape.STANDARD.of(20_000, 150);
            case LARGE_FILES -> Shape.STANDARD.of(2, 1_500_000);
            case WIDE -> Shape.STANDARD.of(200, 4_500).widerBy(100);
            case QUOTED -> Shape.STANDARD.of(200, 11_000).with(Shape.Cells.QUOTED);
            case GZ -> Shape.STANDARD.with(Shape.Packing.GZIP);
        };
    }
}
