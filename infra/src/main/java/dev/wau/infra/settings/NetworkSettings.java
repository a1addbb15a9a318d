package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the warehouse and the job stand.
 *
 * @param vpc an existing one; null: one is made
 * @param subnets of the existing one, in three availability zones or more
 * @param routeTables of these subnets, for the S3 endpoint; none: the VPC has its own
 * @param cidr addresses of the VPC
 * @param zones its availability zones, an existing one's in the order of its subnets; none: the region's first three
 * @param endpoints whether endpoints for S3 and Secrets Manager are made; null: in a VPC that is made
 * @param warehouseAccess addresses that may reach the warehouse, beside the job and the crawler
 */
public record NetworkSettings(
        @Nullable String vpc,
        List<String> subnets,
        List<String> routeTables,
        String cidr,
        List<String> zones,
        @Nullable Boolean endpoints,
        List<String> warehouseAccess) {

    /** Redshift Serverless wants subnets in so many availability zones. */
    public static final int ZONES = 3;

    static final NetworkSettings DEFAULT =
            new NetworkSettings(null, List.of(), List.of(), "10.20.0.0/22", List.of(), null, List.of());

    static NetworkSettings read(Section section, NetworkSettings base) {
        Values values = new Values(section);
        NetworkSettings read = new NetworkSettings(
                values.orNone("vpc", "the id of a VPC such as vpc-0123abcd", "vpc-[0-9a-f]{8,17}", base.vpc),
                values.texts("subnets", "ids such as subnet-0123456789abcdef0", "subnet-[0-9a-f]{8,17}", base.subnets),
                values.texts("route-tables", "ids such as rtb-0123abcd", "rtb-[0-9a-f]{8,17}", base.routeTables),
                values.text("cidr", "addresses such as 10.20.0.0/22, /16 to /24", Forms.VPC_CIDR, base.cidr),
                values.texts("availability-zones", "such as eu-west-1a", Forms.REGION + "[a-z]", base.zones),
                section.setting("endpoints").isEmpty()
                        ? base.endpoints
                        : Boolean.valueOf(values.flag("endpoints", true)),
                values.texts(
                        "warehouse-access",
                        "addresses such as 10.0.0.0/8, /8 to /32",
                        Forms.CIDR,
                        base.warehouseAccess));
        whole(section, "cidr", List.of(read.cidr));
        whole(section, "warehouse-access", read.warehouseAccess);
        if (InfraPlace.NETWORK.names().stream()
                .anyMatch(key -> section.setting(key).isPresent())) {
            check(section, read);
        }
        return read;
    }

    /** Whether endpoints are made: an existing VPC has its own, or another way, unless it is said otherwise. */
    public boolean makesEndpoints() {
        return endpoints == null ? vpc == null : endpoints;
    }

    private static void check(Section section, NetworkSettings read) {
        if (read.vpc != null && read.subnets.size() < ZONES) {
            wrong(
                    section,
                    section.setting("subnets").isPresent() ? "subnets" : "vpc",
                    "an existing VPC comes with 'subnets' in three availability zones: Redshift Serverless wants them");
        }
        if (read.vpc == null && !(read.subnets.isEmpty() && read.routeTables.isEmpty())) {
            wrong(
                    section,
                    read.subnets.isEmpty() ? "route-tables" : "subnets",
                    "only with the 'vpc' that they belong to");
        }
        if (read.vpc != null && read.zones.size() != read.subnets.size()) {
            wrong(
                    section,
                    section.setting("availability-zones").isPresent() ? "availability-zones" : "vpc",
                    "an existing VPC comes with the 'availability-zones' of its subnets, in their order");
        }
        if (!read.zones.isEmpty() && Set.copyOf(read.zones).size() < ZONES) {
            wrong(section, "availability-zones", "at least three different ones: Redshift Serverless wants them");
        }
        if (Set.copyOf(read.subnets).size() < read.subnets.size()) {
            wrong(section, "subnets", "each once");
        }
    }

    /** With bits of a host, VPC and security group would come to different networks. */
    private static void whole(Section section, String key, List<String> all) {
        all.stream()
                .map(Addresses::of)
                .filter(addresses -> !addresses.isWhole())
                .forEach(addresses -> section.setting(key)
                        .ifPresent(setting -> setting.wrong(
                                addresses + " is an address within " + addresses.block() + ": write that")));
    }

    private static void wrong(Section section, String key, String rule) {
        section.setting(key).ifPresentOrElse(setting -> setting.wrong(rule), () -> section.wrong(rule));
    }
}
