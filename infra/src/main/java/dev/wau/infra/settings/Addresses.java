package dev.wau.infra.settings;

/** A block of IPv4 addresses, {@code 10.20.0.0/22}, whose form {@link Forms#CIDR} has checked. */
record Addresses(long first, int prefix) {

    private static final int BITS = 32;

    static Addresses of(String text) {
        String[] parts = text.split("/", -1);
        long address = 0;
        for (String part : parts[0].split("\\.", -1)) {
            address = address * 256 + Integer.parseInt(part);
        }
        return new Addresses(address, Integer.parseInt(parts[1]));
    }

    /** Whether it begins where such a block can: of another, each service of AWS makes what it likes. */
    boolean isWhole() {
        return block().equals(this);
    }

    /** The block that the address lies in. */
    Addresses block() {
        long size = 1L << (BITS - prefix);
        return new Addresses(first / size * size, prefix);
    }

    /** As AWS writes it. */
    @Override
    public String toString() {
        return (first >> 24) + "." + (first >> 16 & 255) + "." + (first >> 8 & 255) + "." + (first & 255) + "/"
                + prefix;
    }
}
