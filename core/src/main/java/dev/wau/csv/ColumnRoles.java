package dev.wau.csv;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a source's columns are time, event, user, identifier. Names match a header exactly first, then by their
 * {@link ColumnNames} form ({@code userId} finds {@code user_id}).
 *
 * @param timestamp one column, or several whose cells are joined by one space ({@code [Date, Time]}); a file without
 *     them is refused
 * @param event the event's name; a file without it is refused
 * @param userId null, or missing in the file: events without a user
 * @param userAgent null, or missing in the file: none
 * @param uniqueIdentifier null, or missing in the file: aggregation adds a stable one
 */
public record ColumnRoles(
        List<String> timestamp,
        String event,
        @Nullable String userId,
        @Nullable String userAgent,
        @Nullable String uniqueIdentifier) {

    /** The exporter's names: {@code timestamp}, {@code event}, {@code userId}, {@code userAgent}, {@code unique_identifier}. */
    public static final ColumnRoles STANDARD =
            new ColumnRoles(List.of("timestamp"), "event", "userId", "userAgent", "unique_identifier");

    public ColumnRoles {
        timestamp = List.copyOf(timestamp);
        Set<String> names = new HashSet<>();
        Stream.concat(timestamp.stream(), Stream.of(event, userId, userAgent, uniqueIdentifier))
                .filter(Objects::nonNull)
                .forEach(name -> requireOnce(names.add(name), name));
        if (timestamp.isEmpty()) {
            throw new WauException(ErrorCode.INVALID_CONFIGURATION, "Invalid columns: no timestamp (one name or more)");
        }
    }

    private static void requireOnce(boolean first, String name) {
        if (!first) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid columns: '" + name + "' twice (a column has one meaning only)");
        }
    }
}
