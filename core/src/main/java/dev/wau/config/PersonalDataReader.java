package dev.wau.config;

import dev.wau.config.yaml.Section;
import dev.wau.csv.ColumnNames;
import dev.wau.csv.ColumnRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads which columns hold personal data. */
final class PersonalDataReader {

    /** What leaves when nothing is said. */
    static final String DROPPED_BY_DEFAULT = "ipAddress";

    private static final String RULE = "names of columns";

    private PersonalDataReader() {}

    /** The file's own section: drops {@value #DROPPED_BY_DEFAULT} unless it says what to drop, or hashes it. */
    static PersonalColumns read(Section section) {
        Set<String> hash = columns(section, "hash");
        Set<String> drop = section.setting("drop").isPresent()
                ? columns(section, "drop")
                : minus(Set.of(ColumnNames.of(DROPPED_BY_DEFAULT)), hash);
        return checked(section, new PersonalColumns(drop, hash));
    }

    /** A customer's section, which adds to the file's. */
    static PersonalColumns read(Section section, PersonalColumns base, ColumnRoles roles) {
        Set<String> drop = columns(section, "drop");
        Set<String> hash = columns(section, "hash");
        refuseNeeded(section, base.plus(drop, hash), roles);
        return checked(section, base.plus(drop, hash));
    }

    private static void refuseNeeded(Section section, PersonalColumns columns, ColumnRoles roles) {
        for (String name : needed(roles)) {
            if (columns.drop().contains(name) || columns.hash().contains(name)) {
                section.wrong("column '" + name + "' is the time or the event: it can't be dropped or hashed");
            }
        }
    }

    private static List<String> needed(ColumnRoles roles) {
        List<String> needed = new ArrayList<>(roles.timestamp());
        needed.add(roles.event());
        return needed.stream().map(ColumnNames::of).toList();
    }

    private static PersonalColumns checked(Section section, PersonalColumns columns) {
        Optional<String> both =
                columns.drop().stream().filter(columns.hash()::contains).findFirst();
        both.ifPresent(name -> section.setting("hash")
                .or(() -> section.setting("drop"))
                .ifPresent(setting -> setting.wrong("'" + name + "' is dropped and hashed: say one of them")));
        return columns;
    }

    private static Set<String> columns(Section section, String key) {
        List<String> names =
                section.setting(key).map(setting -> setting.texts(RULE)).orElse(List.of());
        return names.stream().map(ColumnNames::of).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> names, Set<String> without) {
        return names.stream().filter(name -> !without.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }
}
