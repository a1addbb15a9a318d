package dev.wau.config;

import dev.wau.config.yaml.ByteSize;
import dev.wau.config.yaml.Section;
import dev.wau.csv.Limits;

/** Reads {@code limits}. */
final class LimitsReader {

    private static final long MOST_RECORD_BYTES = 1L << 30; // it stands in one Java array, with room to grow
    private static final long MOST_INFLATED_BYTES = 1L << 50;
    private static final int MOST_HEADER_COLUMNS = 100_000;
    private static final int MOST_RATIO = 1_000_000;
    private static final long MOST_RAW_BYTES = 1L << 20;

    private LimitsReader() {}

    static Limits read(Section section) {
        Limits base = Limits.DEFAULT;
        Limits limits = new Limits(
                (int) bytes(section, "max-field-bytes", 1, MOST_RECORD_BYTES, base.maxFieldBytes()),
                (int) bytes(section, "max-record-bytes", 1, MOST_RECORD_BYTES, base.maxRecordBytes()),
                number(section, "max-header-columns", MOST_HEADER_COLUMNS, base.maxColumns()),
                bytes(section, "max-inflated-bytes", 1, MOST_INFLATED_BYTES, base.maxInflatedBytes()),
                number(section, "max-inflation-ratio", MOST_RATIO, base.maxInflationRatio()),
                (int) bytes(section, "max-raw-reject-bytes", 0, MOST_RAW_BYTES, base.maxRawRejectBytes()));
        if (limits.maxFieldBytes() > limits.maxRecordBytes()) {
            section.setting("max-field-bytes")
                    .or(() -> section.setting("max-record-bytes"))
                    .ifPresent(setting -> setting.wrong("a cell is no longer than its record: max-field-bytes "
                            + ByteSize.text(limits.maxFieldBytes()) + ", max-record-bytes "
                            + ByteSize.text(limits.maxRecordBytes())));
        }
        return limits;
    }

    private static long bytes(Section section, String key, long least, long most, long otherwise) {
        return section.setting(key)
                .map(setting -> setting.bytes(least, most, otherwise))
                .orElse(otherwise);
    }

    private static int number(Section section, String key, int most, int otherwise) {
        return section.setting(key)
                .map(setting -> setting.number(1, most, otherwise))
                .orElse(otherwise);
    }
}
