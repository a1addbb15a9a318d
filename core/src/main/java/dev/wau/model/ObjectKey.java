package dev.wau.model;

/**
 * Where an object stands inside its store: segments joined by {@code /}, relative, without {@code .} and {@code ..}.
 * For example {@code csv/acme/acme-Apr-05-2023-00:00:00--Apr-06-2023-00:00:00.csv}.
 *
 * @param path the key as text, never empty, at most 1,024 characters (S3's bound)
 */
public record ObjectKey(String path) implements Comparable<ObjectKey> {

    public ObjectKey {
        if (path.isEmpty() || path.length() > 1024) {
            throw invalid(path, "1 to 1,024 characters");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || segment.indexOf('\0') >= 0) {
                throw invalid(path, "relative, no empty segment, no '.' or '..'");
            }
        }
    }

    /** The key of a customer's aggregated file: {@code csv/<customer>/<file name>}. */
    public static ObjectKey aggregated(Customer customer, String fileName) {
        return new ObjectKey("csv/" + customer.name() + "/" + fileName);
    }

    /** The last segment. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static WauException invalid(String path, String rule) {
        return new WauException(ErrorCode.INVALID_ARGUMENT, "Invalid object key: '" + path + "' (" + rule + ")");
    }

    @Override
    public int compareTo(ObjectKey other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
