package dev.wau.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses folders that would feed on each other. */
final class FolderRules {

    private record Files(Path folder, String pattern) {}

    private FolderRules() {}

    static void check(Path central, List<CustomersReader.Draft> customers) {
        Map<Files, CustomersReader.Draft> owners = new HashMap<>();
        for (CustomersReader.Draft draft : customers) {
            CustomersReader.Draft other =
                    owners.putIfAbsent(new Files(draft.source(), draft.rules().files()), draft);
            if (other != null) {
                wrong(draft, "customer '" + other.customer() + "' has the same folder and files: whose are they?");
            }
            if (Locations.contains(draft.source(), central)) {
                wrong(draft, "the central folder " + central + " stands in it: its files would be collected again");
            } else if (Locations.contains(central, draft.source())) {
                wrong(draft, "it stands in the central folder " + central + ", which the product writes");
            }
        }
    }

    private static void wrong(CustomersReader.Draft draft, String rule) {
        draft.section().setting("source").ifPresent(setting -> setting.wrong(rule));
    }
}
