package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import java.util.Optional;

/**
 * Whether the warehouse has room in the subnets of a VPC that is made.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-usage-considerations.html">AWS: free addresses and
 *     the least subnet for each base capacity, with enhanced VPC routing</a>
 */
final class SubnetRoom {

    private SubnetRoom() {}

    /** Notes it where a level of the file says one of the two. */
    static void check(Section warehouses, WarehouseSettings warehouse, Section networks, NetworkSettings network) {
        int subnets = Math.max(NetworkSettings.ZONES, network.zones().size());
        // CDK halves the VPC until there are enough.
        int halvings = Integer.SIZE - Integer.numberOfLeadingZeros(subnets - 1);
        int prefix = Addresses.of(network.cidr()).prefix() + halvings;
        int needed = prefix(warehouse.baseCapacity());
        if (network.vpc() != null || prefix <= needed) {
            return;
        }
        Optional<Setting> said = networks.setting("cidr")
                .or(() -> warehouses.setting("base-capacity"))
                .or(() -> networks.setting("availability-zones"));
        said.ifPresent(setting -> setting.wrong("base-capacity " + warehouse.baseCapacity() + " asks for subnets of /"
                + needed + ", and " + network.cidr() + " makes " + subnets + " of /" + prefix + ": a cidr of /"
                + (needed - halvings)));
    }

    private static int prefix(int capacity) {
        if (capacity <= 64) {
            return 27;
        }
        return capacity <= 128 ? 26 : capacity <= 256 ? 25 : capacity <= 512 ? 24 : 23;
    }
}
