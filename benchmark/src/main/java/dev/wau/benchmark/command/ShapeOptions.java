package dev.wau.benchmark.command;

import dev.wau.benchmark.data.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which files. */
final class ShapeOptions {

    private static final Map<String, Shape> NAMED = named();
    private static final double MOST_SCALE = 10_000;

    @Option(
            names = "--shape",
            paramLabel = "NAME",
            description = "standard, small-files, large-files, wide, quoted, gz; each about 422 MB of text (default:"
                    + " ${DEFAULT-VALUE})")
    String name = "standard";

    @Option(names = "--scale", paramLabel = "X", description = "so many times the files (default: ${DEFAULT-VALUE})")
    double scale = 1;

    @Option(names = "--files", paramLabel = "N", description = "instead of the shape's number of files")
    @Nullable
    Integer files;

    @Option(names = "--records", paramLabel = "N", description = "instead of the shape's records in each file")
    @Nullable
    Integer records;

    @Option(names = "--repeats", paramLabel = "N", description = "one record in N stands twice in its file; 0: none")
    int repeats = Shape.STANDARD.repeats();

    @Option(names = "--seed", paramLabel = "N", description = "of everything random (default: ${DEFAULT-VALUE})")
    long seed = Shape.STANDARD.seed();

    /**
     * The shape that was asked for.
     *
     * @throws IllegalArgumentException there is no such shape, or a number is out of its range
     */
    Shape shape() {
        Shape base = base();
        Ranges.requireAboveZero("--scale", scale, MOST_SCALE);
        int scaled = files == null ? (int) Math.max(1, Math.round(base.files() * scale)) : files;
        int each = records == null ? base.records() : records;
        Ranges.require("--files", scaled, 1, Shape.MOST_FILES);
        Ranges.require("--records", each, 1, Shape.MOST_RECORDS);
        Ranges.require("--repeats", repeats, 0, Shape.MOST_RECORDS);
        Shape sized = base.of(scaled, each);
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
        Shape shape = NAMED.get(name);
        if (shape == null) {
            throw new IllegalArgumentException(
                    "Invalid --shape: '" + name + "' (" + String.join(", ", NAMED.keySet()) + ")");
        }
        return shape;
    }

    private static Map<String, Shape> named() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("standard", Shape.STANDARD);
        shapes.put("small-files", Shape.STANDARD.of(20_000, 150));
        shapes.put("large-files", Shape.STANDARD.of(2, 1_500_000));
        shapes.put("wide", Shape.STANDARD.of(200, 3_150).widerBy(100));
        shapes.put("quoted", Shape.STANDARD.of(200, 11_000).with(Shape.Cells.QUOTED));
        shapes.put("gz", Shape.STANDARD.with(Shape.Packing.GZIP));
        return shapes;
    }
}
