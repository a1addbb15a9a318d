package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The aggregation's function.
 *
 * @param schedule {@code cron(...)} or {@code rate(...)}; null: by hand
 * @param zone the schedule's time zone
 * @param memory in MB; 1,769 are one core
 * @param architecture {@code arm64} or {@code x86_64}
 * @param recursiveLoop {@code Terminate}: Lambda ends a chain of invocations after 16; {@code Allow}: it doesn't
 * @param secrets variables of the function whose values are secrets: the secret's name or ARN in Secrets Manager
 */
public record AggregateSettings(
        @Nullable String schedule,
        String zone,
        int memory,
        String architecture,
        boolean snapStart,
        int customersPerPart,
        String recursiveLoop,
        Map<String, String> secrets) {

    static final AggregateSettings DEFAULT =
            new AggregateSettings("cron(15 0 * * ? *)", "UTC", 1769, "arm64", true, 100, "Terminate", Map.of());

    /**
     * What CloudFormation can refer to: nothing else stands within its braces.
     *
     * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html">AWS: a secret's name:
     *     letters, digits and /_+=.@-, 512 at most</a>
     */
    private static final String SECRET =
            "[A-Za-z0-9/_+=.@!-]{1,512}|arn:[a-z0-9-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@!-]{1,519}";

    public AggregateSettings {
        secrets = Map.copyOf(secrets);
    }

    static AggregateSettings read(Section section, AggregateSettings base) {
        Values values = new Values(section);
        String schedule = values.orNone(
                "schedule", "cron(15 0 * * ? *), rate(1 hour), or none", "(cron|rate)\\(.+\\)|none", base.schedule);
        AggregateSettings read = new AggregateSettings(
                "none".equals(schedule) ? null : schedule,
                zone(section, base.zone),
                values.number("memory", 512, 10_240, base.memory),
                values.text("architecture", "arm64 or x86_64", "arm64|x86_64", base.architecture),
                values.flag("snap-start", base.snapStart),
                values.number("customers-per-part", 1, 100_000, base.customersPerPart),
                values.choice("recursive-loop", loops(), base.recursiveLoop),
                values.map(
                        "secrets",
                        "VARIABLE: the secret's name or ARN; not a variable of Lambda's or one that is set here",
                        "(?!AWS_|LAMBDA_|JAVA_TOOL|WAU_CONFIG|WAU_CENTRAL|WAU_CUSTOMERS|WAU_ENVIRON)[A-Z][A-Z0-9_]*",
                        SECRET,
                        base.secrets));
        Schedule.check(section, "schedule", read.schedule);
        return read;
    }

    private static String zone(Section section, String otherwise) {
        String zone = new Values(section).text("zone", "an IANA zone such as Europe/Berlin", ".+", otherwise);
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            section.setting("zone").ifPresent(setting -> setting.wrong("an IANA zone such as Europe/Berlin"));
        }
        return zone;
    }

    private static Map<String, String> loops() {
        Map<String, String> loops = new LinkedHashMap<>();
        loops.put("terminate", "Terminate");
        loops.put("allow", "Allow");
        return loops;
    }
}
