package dev.wau.config;

import dev.wau.collect.LogExport;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.csv.ColumnRoles;
import dev.wau.csv.Dialect;
import java.nio.file.FileSystems;
import java.util.regex.PatternSyntaxException;

/**
 * What {@code defaults} and a customer have in common: how files are found and read.
 *
 * @param files glob over relative paths
 * @param logs how a log group becomes files
 */
record SourceRules(String files, LogExport logs, Dialect dialect, ColumnRoles columns, TimeSettings time) {

    /** The exporter's files: CSV, plain or compressed, in the source folder and every folder below. */
    static final SourceRules DEFAULT = new SourceRules(
            "**.{csv,CSV}{,.gz,.zst,.GZ,.ZST}",
            LogExport.DEFAULT,
            Dialect.STANDARD,
            ColumnRoles.STANDARD,
            TimeSettings.DEFAULT);

    /** Reads them from a section; what it doesn't say comes from the base. */
    static SourceRules read(Section section, SourceRules base) {
        return new SourceRules(
                section.setting("files")
                        .map(setting -> glob(setting, base.files))
                        .orElse(base.files),
                LogExportReader.read(section.section("logs", Place.LOGS), base.logs),
                DialectReader.read(section.section("dialect", Place.DIALECT), base.dialect),
                ColumnsReader.read(section.section("columns", Place.COLUMNS), base.columns),
                TimeSettings.read(section.section("time", Place.TIME), base.time));
    }

    private static String glob(Setting setting, String otherwise) {
        String rule = "a glob over paths in the source folder, such as *.csv or **/logon*.csv";
        String glob = setting.text(rule).orElse(otherwise);
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return glob;
        } catch (PatternSyntaxException e) {
            setting.wrong(rule + "; " + e.getDescription());
            return otherwise;
        }
    }
}
