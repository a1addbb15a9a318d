package dev.wau.collect;

import java.util.Locale;

/**
 * The name of a source's file in the central bucket. It is the name in the source, sub-folders included, so that two
 * files never become one. A compressed file is written uncompressed, so it is named as what it is there: {@code x.csv.gz}
 * becomes {@code x.csv.gz.csv}. Cutting the suffix would be prettier, but a {@code x.csv} beside it, or one that {@code
 * gzip} is just replacing, would then fight for one name; as it is, the second of the two is a copy with equal content,
 * which the load skips. Keeping {@code x.csv.gz} would make every reader that goes by names try to inflate text.
 */
public final class CentralNames {

    private CentralNames() {}

    /** The central file name of a source's file. */
    public static String of(String sourceName) {
        String name = sourceName.toLowerCase(Locale.ROOT);
        boolean compressed = name.endsWith(".gz") || name.endsWith(".zst") || name.endsWith(".gzip");
        return compressed ? sourceName + ".csv" : sourceName;
    }
}
