package dev.wau.testing.redshift;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** One COPY of Parquet files, carried out in the client's own session and transaction. */
final class CopyCommand {

    /** A length in bytes is a check of PostgreSQL's; a table made by a query has only that of its type, in characters. */
    private static final String COLUMNS = """
            SELECT attname, format_type(atttypid, NULL), coalesce(
                (SELECT (regexp_match(pg_get_constraintdef(c.oid), '<= ([0-9]+)'))[1]::INTEGER FROM pg_constraint c
                    WHERE c.conrelid = attrelid AND c.conkey = ARRAY[attnum]),
                CASE WHEN atttypmod > 4 THEN atttypmod - 4 END, 0)
            FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum""";

    /** So many bytes of rows go to PostgreSQL at once. */
    private static final int SENT_AT_ONCE = 1 << 16;

    private final long query;
    private final CopyStatement statement;
    private final S3Files files;
    private final Backend backend;
    private final LoadErrors errors;
    private boolean began;
    private boolean copying;
    private long rows;

    CopyCommand(long query, CopyStatement statement, S3Files files, Backend backend, LoadErrors errors) {
        this.query = query;
        this.statement = statement;
        this.files = files;
        this.backend = backend;
        this.errors = errors;
    }

    void run() throws IOException, Refusal, BackendRefusal {
        try {
            List<TargetColumn> columns = columns();
            List<S3Location> parts = new Manifest(files).read(statement.manifest());
            throwIf(backend.beginCopy(statement.fromClient()));
            copying = true;
            began = true;
            for (S3Location part : parts) {
                copy(part, columns);
            }
            copying = false;
            throwIf(backend.endCopy());
        } catch (LoadFailure failure) {
            throw refusal(failure);
        } catch (SdkException e) {
            throw refusal(LoadFailure.of(statement.manifest(), "S3ServiceException: a file cannot be read"));
        }
    }

    /** Whether it came so far as to load. */
    boolean began() {
        return began;
    }

    /** How many rows it sent. */
    long rows() {
        return rows;
    }

    private Refusal refusal(LoadFailure failure) throws IOException {
        if (copying) {
            backend.failCopy();
        }
        errors.add(query, failure);
        return failure.refusal(query);
    }

    private void copy(S3Location file, List<TargetColumn> columns) throws IOException, LoadFailure {
        Path copy = files.download(file);
        try (ParquetPart part = ParquetPart.of(file, copy, columns)) {
            copy(part);
        } finally {
            Files.delete(copy);
        }
    }

    private void copy(ParquetPart part) throws IOException, LoadFailure {
        StringBuilder waiting = new StringBuilder();
        while (part.next()) {
            part.appendTo(waiting);
            rows++;
            if (waiting.length() > SENT_AT_ONCE) {
                send(waiting);
            }
        }
        send(waiting);
    }

    private void send(StringBuilder waiting) throws IOException {
        backend.copy(waiting.toString().getBytes(StandardCharsets.UTF_8));
        waiting.setLength(0);
    }

    private List<TargetColumn> columns() throws IOException, BackendRefusal {
        List<TargetColumn> all = new ArrayList<>();
        throwIf(backend.run(COLUMNS.formatted(statement.table().replace("'", "''")), row -> {
            Fields fields = row.fields();
            fields.number16();
            all.add(new TargetColumn(fields.given(), fields.given(), Integer.parseInt(fields.given())));
        }));
        if (statement.columns().isEmpty()) {
            return all;
        }
        return statement.columns().stream()
                .flatMap(name -> all.stream().filter(column -> column.name().equalsIgnoreCase(unquoted(name))))
                .toList();
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private static void throwIf(@Nullable Message error) throws BackendRefusal {
        if (error != null) {
            throw new BackendRefusal(error);
        }
    }
}
