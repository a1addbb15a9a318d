package dev.wau.infra.cost;

/**
 * A price for a region, be it another's.
 *
 * @param region whose price it is
 * @param elsewhere whether that is another region than the one that was asked for
 */
public record Quote(Price price, String region, boolean elsewhere) {

    /** What speaks against it, in few words: {@code us-east-1's, undated copy}; empty where nothing does. */
    public String remark() {
        String doubt = price.doubt().orElse("");
        if (!elsewhere) {
            return doubt;
        }
        return region + "'s" + (doubt.isEmpty() ? "" : ", " + doubt);
    }
}
