package dev.wau.infra.settings;

import dev.wau.config.yaml.Nearest;
import dev.wau.config.yaml.Section;
import java.util.List;
import software.amazon.awssdk.regions.Region;

/** AWS's regions, as its library lists them: a misspelt one would be found out by the deployment alone. */
final class Regions {

    private static final List<String> KNOWN = Region.regions().stream()
            .map(Region::id)
            .filter(id -> id.matches(Forms.REGION))
            .sorted()
            .toList();

    private Regions() {}

    /** An environment's. */
    static String read(Section section) {
        String region = new Values(section).text("region", "a region such as eu-west-1", Forms.REGION, "eu-west-1");
        if (!KNOWN.contains(region)) {
            section.setting("region")
                    .ifPresent(setting -> setting.wrong("no region that AWS's library knows"
                            + Nearest.of(region, KNOWN)
                                    .map(near -> ": did you mean '" + near + "'?")
                                    .orElse("")));
        }
        return region;
    }
}
