package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads which customers' accounts have access. */
final class AccessReader {

    private static final Map<String, CustomerAccess.Kind> KINDS = kinds();

    private AccessReader() {}

    /** An empty mapping takes away what holds otherwise. */
    static Map<String, CustomerAccess> read(Section section, Map<String, CustomerAccess> base) {
        Map<String, CustomerAccess> all = new LinkedHashMap<>(base);
        Optional<Setting> setting = section.setting("customers");
        if (setting.isEmpty()) {
            return all;
        }
        Map<String, Setting> named =
                Section.all(setting.get().node(), "'customers'", setting.get().problems());
        if (named.isEmpty()) {
            return Map.of();
        }
        named.forEach((name, customer) -> all.put(name, access(name, customer)));
        return all;
    }

    private static CustomerAccess access(String name, Setting customer) {
        Section section = customer.section(InfraPlace.CUSTOMER);
        if (section.setting("account").isEmpty() || section.setting("access").isEmpty()) {
            customer.wrong("'account', twelve digits in quotes, and 'access': read, deliver or both");
        }
        String account = new Values(section)
                .text("account", "twelve digits in quotes: \"111122223333\"", Forms.ACCOUNT, "000000000000");
        return new CustomerAccess(name, account, kinds(section));
    }

    private static Set<CustomerAccess.Kind> kinds(Section section) {
        Set<CustomerAccess.Kind> kinds = EnumSet.noneOf(CustomerAccess.Kind.class);
        List<String> texts = new Values(section)
                .texts("access", "read, deliver or both: [read, deliver]", "read|deliver", List.of());
        section.setting("access")
                .filter(setting -> setting.node() instanceof SequenceNode list
                        && list.getValue().isEmpty())
                .ifPresent(setting -> setting.wrong("read, deliver or both; leave the customer out to give none"));
        texts.forEach(text -> kinds.add(KINDS.get(text)));
        return kinds;
    }

    private static Map<String, CustomerAccess.Kind> kinds() {
        return Map.of("read", CustomerAccess.Kind.READ, "deliver", CustomerAccess.Kind.DELIVER);
    }
}
