package dev.wau.warehouse.sql;

import dev.wau.csv.FileLayout;
import dev.wau.model.FileRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * What a file's header says: one of the two.
 *
 * @param layout its columns
 * @param refusal why the file can't be read
 */
public record FileHeader(
        @Nullable FileLayout layout, @Nullable FileRefusedException refusal) {}
