package dev.wau.infra.stack;

import dev.wau.model.Digests;
import java.util.Locale;

/**
 * The name of a customer's access point: small letters, digits and hyphens, 50 at most.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations.html">AWS:
 *     access points' names</a>
 */
final class AccessPointName {

    private static final int MOST = 50;
    private static final int DIGEST = 8;

    private AccessPointName() {}

    /** The customer's own name where it is one; else made like one, with a digest that tells it apart. */
    static String of(String prefix, String customer) {
        String whole = prefix + "-" + customer;
        if (whole.matches("[a-z0-9-]+[a-z0-9]") && whole.length() <= MOST && !whole.endsWith("-s3alias")) {
            return whole;
        }
        String like = customer.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        int room = MOST - prefix.length() - DIGEST - 2;
        String digest = Digests.sha256(customer).hex().substring(0, DIGEST);
        return prefix + "-" + like.substring(0, Math.min(room, like.length())) + "-" + digest;
    }
}
