package dev.wau.cli.doctor;

import dev.wau.config.WauConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether this user may write where a run will. Thread-safe. */
final class WriteChecks {

    private final Predicate<Path> writable;
    private final WauConfig config;
    private final Path temporary;

    WriteChecks(Predicate<Path> writable, WauConfig config) {
        this(writable, config, Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    /** @param temporary where this process and its libraries put temporary files */
    WriteChecks(Predicate<Path> writable, WauConfig config, Path temporary) {
        this.writable = writable;
        this.config = config;
        this.temporary = temporary;
    }

    /** What a run that writes to one of these places would fail of: the central folder, DuckDB's file, temporary files. */
    Optional<String> refusal(Path place) {
        if (place.equals(temporary)) {
            return Files.isDirectory(place)
                    ? closed(place)
                    : Optional.of(Files.exists(place) ? "a file stands there" : "there is no such folder");
        }
        return config.central().location().isFolder()
                        && place.equals(config.central().location().folder())
                ? central(place)
                : file(place.toAbsolutePath().normalize());
    }

    /** The folder itself is looked at by writing; what stands in it may be another's. */
    private Optional<String> central(Path root) {
        Stream<String> own = Stream.of("complete", "catalog", "state", "state/aggregate", "csv");
        Stream<String> customers = config.customers().stream()
                .map(customer -> "csv/" + customer.customer().name());
        return Stream.concat(own, customers)
                .map(root::resolve)
                .filter(Files::exists)
                .flatMap(folder -> folder(folder).stream())
                .findFirst();
    }

    /** DuckDB's; beside it, it keeps what isn't in it yet. */
    private Optional<String> file(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.empty();
        }
        Optional<String> closed = Files.exists(file) ? closed(file) : Optional.empty();
        return closed.or(() -> folder(nearest(file.getParent() == null ? file : file.getParent())));
    }

    private Optional<String> folder(Path folder) {
        return Files.isDirectory(folder)
                ? closed(folder)
                : Optional.of("a file stands where a folder should be: " + folder);
    }

    private Optional<String> closed(Path there) {
        return writable.test(there) ? Optional.empty() : Optional.of("this user may not write to " + there);
    }

    private static Path nearest(Path folder) {
        Path there = folder;
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return there;
    }
}
