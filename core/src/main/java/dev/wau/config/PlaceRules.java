package dev.wau.config;

import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses places that would feed on each other. */
final class PlaceRules {

    /** What is collected from where: two customers with the same would have the same files. */
    private record Files(
            Location place,
            @Nullable String endpoint,
            String pattern,
            @Nullable String streams) {

        static Files of(CustomersReader.Draft draft) {
            boolean logs = draft.source().scheme().equals(Location.CLOUDWATCH);
            return new Files(
                    draft.source(),
                    draft.access().endpoint(),
                    logs ? "" : draft.rules().files(),
                    logs ? draft.rules().logs().streamPrefix() : null);
        }
    }

    private PlaceRules() {}

    static void check(StorePlace central, List<CustomersReader.Draft> customers) {
        Map<Files, CustomersReader.Draft> owners = new HashMap<>();
        for (CustomersReader.Draft draft : customers) {
            CustomersReader.Draft other = owners.putIfAbsent(Files.of(draft), draft);
            if (other != null && sameAccount(other.access(), draft.access())) {
                wrong(draft, "customer '" + other.customer() + "' has the same place and files: whose are they?");
            }
            if (Objects.equals(draft.access().endpoint(), central.access().endpoint())) {
                checkApart(draft, central.location());
            }
        }
    }

    private static void checkApart(CustomersReader.Draft draft, Location central) {
        if (Locations.contains(draft.source(), central)) {
            wrong(draft, "the central bucket " + central + " stands in it: its files would be collected again");
        } else if (Locations.contains(central, draft.source())) {
            wrong(draft, "it stands in the central bucket " + central + ", which the product writes");
        }
    }

    // A bucket's name is the world's; a log group's is one account's and region's.
    private static boolean sameAccount(CloudAccess one, CloudAccess other) {
        return Objects.equals(one.role(), other.role()) && Objects.equals(one.region(), other.region());
    }

    private static void wrong(CustomersReader.Draft draft, String rule) {
        draft.section().setting("source").ifPresent(setting -> setting.wrong(rule));
    }
}
