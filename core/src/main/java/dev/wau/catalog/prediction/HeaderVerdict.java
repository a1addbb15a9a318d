package dev.wau.catalog.prediction;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether Glue's built-in CSV classifier takes a file's first line for its header, and if not, by which of its rules.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html#classifier-builtin-rules">AWS: the rules</a>
 */
enum HeaderVerdict {
    RECOGNISED("its header is recognised"),
    /** "The table schema must have at least two columns and two rows of data." */
    NOT_CSV("it has less than two columns or two records: no CSV to the classifier"),
    /** "Every column in a potential header parses as a STRING data type." */
    NUMBERS("a name in it is a number"),
    /** "Except for the last column, every column has content that is fewer than 150 characters." */
    TOO_LONG("a name in it has 150 characters or more"),
    /** "Must meet the AWS Glue regex requirements for a column name." */
    NO_NAME("a name in it isn't one that Glue allows"),
    /** "If all columns are of type STRING, then the first row is not sufficiently different." */
    ALL_TEXT("all its columns are text, so its first line looks like any other");

    private static final int LONG = 150;

    /** {@code API_Column}: Name. */
    private static final Pattern NAME =
            Pattern.compile("[\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}\\t]{1,255}");

    private final String words;

    HeaderVerdict(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /**
     * The verdict.
     *
     * @param types of the columns, by their values
     * @param records of the file
     */
    static HeaderVerdict of(List<String> header, List<PredictedType> types, long records) {
        if (header.size() < 2 || records < 2) {
            return NOT_CSV;
        }
        if (header.stream().anyMatch(HeaderVerdict::isNumber)) {
            return NUMBERS;
        }
        if (header.subList(0, header.size() - 1).stream().anyMatch(HeaderVerdict::isLong)) {
            return TOO_LONG;
        }
        if (!header.stream().allMatch(name -> NAME.matcher(name).matches())) {
            return NO_NAME;
        }
        return types.stream().allMatch(type -> type == PredictedType.STRING) ? ALL_TEXT : RECOGNISED;
    }

    private static boolean isLong(String name) {
        return name.codePointCount(0, name.length()) >= LONG;
    }

    private static boolean isNumber(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return PredictedType.of(bytes, 0, bytes.length) != PredictedType.STRING;
    }
}
