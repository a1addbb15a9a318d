package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;

/**
 * The trigger's function and the event that invokes it.
 *
 * @param markers which objects of the central bucket are completion markers: a folder with a suffix, as {@code
 *     complete/*.json}, or one name
 * @param memory in MB
 */
public record TriggerSettings(String markers, int memory, boolean snapStart) {

    static final TriggerSettings DEFAULT = new TriggerSettings("complete/*.json", 512, true);

    static TriggerSettings read(Section section, TriggerSettings base) {
        Values values = new Values(section);
        return new TriggerSettings(
                values.text(
                        "markers",
                        "a folder with a suffix such as complete/*.json, or one name; not under csv/",
                        "(?!csv/|staging/)[\\w.-]+(/[\\w.-]+)*/(\\*[\\w.-]*|[\\w.-]+)",
                        base.markers),
                values.number("memory", 256, 10_240, base.memory),
                values.flag("snap-start", base.snapStart));
    }

    /** What markers' keys begin with. */
    public String prefix() {
        int star = markers.indexOf('*');
        return star < 0 ? markers : markers.substring(0, star);
    }

    /** What they end with. */
    public String suffix() {
        int star = markers.indexOf('*');
        return star < 0 ? "" : markers.substring(star + 1);
    }
}
