package dev.wau.testing.redshift;

/** A bucket and a key in it. */
record S3Location(String bucket, String key) {

    private static final String SCHEME = "s3://";

    static S3Location of(String url) throws Refusal {
        int slash = url.startsWith(SCHEME) ? url.indexOf('/', SCHEME.length()) : -1;
        if (slash < 0 || slash == url.length() - 1) {
            throw new Refusal("XX000", "COPY needs the full path of an S3 object, not " + url);
        }
        return new S3Location(url.substring(SCHEME.length(), slash), url.substring(slash + 1));
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
