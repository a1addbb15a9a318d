package dev.wau.aws.s3;

/**
 * How large the parts of an upload are: 8 MiB, so that little memory is needed, and twice as much from every thousandth part
 * on, up to 64 MiB. So S3's 10,000 parts hold 492 GiB, and a write's memory is bounded by three parts.
 */
final class PartSizes {

    static final int MOST_PARTS = 10_000;

    private static final int SMALLEST = 8 << 20;

    private PartSizes() {}

    /** Bytes of the part with this number, from 1. */
    static int of(int number) {
        return SMALLEST << Math.min((number - 1) / 1_000, 3);
    }
}
