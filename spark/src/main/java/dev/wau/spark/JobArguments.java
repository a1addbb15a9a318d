package dev.wau.spark;

import dev.wau.config.yaml.Nearest;
import dev.wau.metrics.EmbeddedMetrics;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The job's arguments, {@code --name value} or {@code --name=value}.
 *
 * @param central {@code --wau-central}: the central bucket; null: as the source or the configuration says
 * @param source {@code --wau-source}: the central bucket, or a table of the catalog over its {@code csv/}; null: none
 * @param markers {@code --wau-marker}: keys of markers or their URIs, separated by commas; null: those that wait
 * @param config {@code --wau-config}: where {@code wau.yaml} is, {@code s3://BUCKET/KEY} or a path; null: none is needed
 * @param target {@code --wau-target} and what belongs to it
 * @param bookmark {@code --job-bookmark-option} and what belongs to it
 * @param environment {@code --wau-environment}: the metrics' dimension of that name; null: there are no metrics
 */
record JobArguments(
        @Nullable String central,
        @Nullable String source,
        @Nullable String markers,
        @Nullable String config,
        JobTarget target,
        JobBookmark bookmark,
        @Nullable String environment) {

    JobArguments {
        if (environment != null && !EmbeddedMetrics.accepts(environment)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid " + Argument.ENVIRONMENT.text() + ": '" + environment + "' ("
                            + EmbeddedMetrics.ENVIRONMENT_RULE + ")");
        }
    }

    /**
     * Reads them. What Glue documents for itself is let be.
     *
     * @throws WauException INVALID_ARGUMENT: an argument that nobody knows, or a value that is none
     */
    static JobArguments of(List<String> line) {
        Map<String, String> given = pairs(line);
        given.keySet().forEach(name -> requireKnown(name, given.containsKey(GlueArguments.JOB_NAME)));
        Map<Argument, String> ours = new EnumMap<>(Argument.class);
        given.forEach((name, value) -> Argument.of(name).ifPresent(argument -> ours.put(argument, value)));
        ours.forEach(JobArguments::requireValue);
        if (!ours.containsKey(Argument.CONFIG) && !(hasPlace(ours) && ours.containsKey(Argument.TARGET))) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot start: neither --wau-config is given (s3://BUCKET/KEY of wau.yaml) nor a central bucket"
                            + " (--wau-central or --wau-source) with --wau-target");
        }
        JobBookmark bookmark = JobBookmark.of(
                ours.get(Argument.BOOKMARK), ours.get(Argument.BOOKMARK_FROM), ours.get(Argument.BOOKMARK_TO));
        return new JobArguments(
                ours.get(Argument.CENTRAL),
                ours.get(Argument.SOURCE),
                ours.get(Argument.MARKER),
                ours.get(Argument.CONFIG),
                target(ours),
                bookmark,
                ours.get(Argument.ENVIRONMENT));
    }

    private static JobTarget target(Map<Argument, String> ours) {
        return new JobTarget(ours.get(Argument.TARGET), ours.get(Argument.SECRET), ours.get(Argument.COPY_ROLE));
    }

    private static boolean hasPlace(Map<Argument, String> ours) {
        return ours.containsKey(Argument.CENTRAL) || ours.containsKey(Argument.SOURCE);
    }

    /** An argument without a value has an empty one: some of Glue's are such, and of Glue's some come twice. */
    private static Map<String, String> pairs(List<String> line) {
        Map<String, String> pairs = new HashMap<>();
        String name = "";
        for (String word : line) {
            if (word.startsWith("--")) {
                String[] parts = word.split("=", 2);
                name = parts[0];
                String before = pairs.put(name, parts.length == 2 ? parts[1] : "");
                if (before != null && Argument.of(name).isPresent()) {
                    throw new WauException(
                            ErrorCode.INVALID_ARGUMENT,
                            "Invalid " + name + ": it is given twice"
                                    + (name.equals(Argument.MARKER.text())
                                            ? " (several markers: --wau-marker A,B)"
                                            : ""));
                }
            } else if (!name.isEmpty()) {
                pairs.put(name, word);
                name = "";
            } else {
                throw new WauException(
                        ErrorCode.INVALID_ARGUMENT, "Invalid argument: '" + word + "' (each is --NAME VALUE)");
            }
        }
        return pairs;
    }

    /** Glue adds some of its own that its guide doesn't list: those are no mistake of the user's. */
    private static void requireKnown(String name, boolean isGlue) {
        if (Argument.of(name).isPresent() || GlueArguments.has(name)) {
            return;
        }
        String nearest = Nearest.of(name, Argument.texts()).orElse("");
        if (isGlue && nearest.isEmpty() && !name.startsWith("--wau")) {
            return;
        }
        throw new WauException(
                ErrorCode.INVALID_ARGUMENT,
                "Unknown argument: " + name + " ("
                        + (nearest.isEmpty() ? String.join(", ", Argument.texts()) : "did you mean " + nearest + "?")
                        + ")");
    }

    private static void requireValue(Argument argument, String value) {
        if (value.isBlank()) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid " + argument.text() + ": it is empty (leave it out, or say it)");
        }
    }
}
