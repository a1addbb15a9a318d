package dev.wau.infra.settings;

import dev.wau.config.yaml.Problems;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.config.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code infra.yaml}, strictly, with the line of every mistake, and the {@code wau.yaml} that it names. */
public final class DeploymentReader {

    private static final String WAY_OUT = "`wau infra init` writes a commented one";

    private final Path file;
    private final Problems problems;

    private DeploymentReader(Path file) {
        this.file = file;
        this.problems = new Problems(file);
    }

    /**
     * All environments, in their order, as they can be deployed.
     *
     * @param variables of the process, for what {@code wau.yaml} refers to
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION, NOT_FOUND
     */
    public static List<Deployment> read(Path file, Map<String, String> variables) {
        return new DeploymentReader(file).all(YamlFile.read(file, WAY_OUT), variables, WauYaml::read);
    }

    /**
     * The same before their sources are in AWS: enough to say what they would cost, not to deploy them.
     *
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION, NOT_FOUND
     */
    public static List<Deployment> readPlanned(Path file, Map<String, String> variables) {
        return new DeploymentReader(file).all(YamlFile.read(file, WAY_OUT), variables, WauYaml::readPlanned);
    }

    private List<Deployment> all(
            Node node, Map<String, String> variables, BiFunction<WauYaml, Map<String, String>, Deployment> wau) {
        Section root = Section.of(node, InfraPlace.ROOT, "", problems);
        List<Draft> drafts = drafts(root);
        requireConfigs(root, drafts);
        new NameRules(problems).check(drafts);
        problems.throwIfAny();
        List<Deployment> deployments = new ArrayList<>();
        for (Draft draft : drafts) {
            deployments.add(wau.apply(new WauYaml(draft, file, problems), variables));
        }
        problems.throwIfAny();
        return deployments;
    }

    /** One that the file names is missed where it is named; that it names none, and none is there, the reader says. */
    private void requireConfigs(Section root, List<Draft> drafts) {
        drafts.stream()
                .filter(draft -> !Files.exists(
                        file.toAbsolutePath().resolveSibling(draft.settings().config())))
                .flatMap(draft -> draft.section().setting("config").or(() -> root.setting("config")).stream())
                .distinct()
                .forEach(setting -> setting.wrong("there is no such file beside infra.yaml; `wau init` writes one"));
    }

    private List<Draft> drafts(Section root) {
        Settings shared = Settings.read(root, Settings.DEFAULT);
        String name = new Values(root)
                .text("name", "2 to 20 small letters, digits and hyphens, a letter first", Forms.NAME, "wau");
        List<Draft> drafts = new ArrayList<>();
        Optional<Setting> environments = root.setting("environments");
        Map<String, Setting> all = environments
                .map(setting -> Section.all(setting.node(), "'environments'", problems))
                .orElse(Map.of());
        all.forEach((environment, given) -> {
            if (isEnvironment(environment, given)) {
                drafts.add(draft(name, environment, given, shared));
            }
        });
        if (environments
                        .map(setting -> setting.isMapping() || Setting.isEmpty(setting.node()))
                        .orElse(true)
                && all.isEmpty()) {
            problems.add(
                    root.line(),
                    "no environments (environments:\n  production: {account: \"111122223333\", region: eu-west-1})");
        }
        return drafts;
    }

    /** What isn't would only be followed by mistakes that nobody has made. */
    private boolean isEnvironment(String environment, Setting setting) {
        if (!environment.matches(Forms.NAME)) {
            problems.add(
                    setting.line(),
                    "invalid environment's name '" + environment
                            + "' (2 to 20 small letters, digits and hyphens, a letter first)");
            return false;
        }
        if (!setting.isMapping() && !Setting.isEmpty(setting.node())) {
            setting.wrong("keys with values: {account: \"111122223333\", region: eu-west-1}");
            return false;
        }
        return true;
    }

    private static Draft draft(String name, String environment, Setting setting, Settings shared) {
        Section section = setting.section(InfraPlace.ENVIRONMENT);
        for (String needed : List.of("account", "region")) {
            if (section.setting(needed).isEmpty()) {
                section.wrong("'" + needed + "' is missing: names and permissions are made of it");
            }
        }
        Values values = new Values(section);
        String account =
                values.text("account", "twelve digits in quotes: \"111122223333\"", Forms.ACCOUNT, "000000000000");
        String region = Regions.read(section);
        Settings settings = Settings.read(section, shared);
        return new Draft(Names.of(name, environment, account, region, settings), settings, section);
    }
}
