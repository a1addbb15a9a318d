package dev.wau.csv;

import java.util.List;
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
    }
}
