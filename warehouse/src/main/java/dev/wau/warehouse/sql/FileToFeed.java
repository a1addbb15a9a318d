package dev.wau.warehouse.sql;

import dev.wau.csv.FileLayout;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileToLoad;
import java.util.List;

/** A file whose header was read: where each of its cells goes. */
public record FileToFeed(FileToLoad file, FileLayout layout, List<ColumnPlan.Cell> cells) {}
