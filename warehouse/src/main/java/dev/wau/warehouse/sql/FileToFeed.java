package dev.wau.warehouse.sql;

import dev.wau.csv.FileLayout;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileToLoad;
import java.util.List;

/**
 * A file whose header was read: where each of its cells goes.
 *
 * @param rowsOf the {@code file_id} that its rows carry until they enter
 */
public record FileToFeed(FileToLoad file, long rowsOf, FileLayout layout, List<ColumnPlan.Cell> cells) {}
