package dev.wau.config;

import dev.wau.config.yaml.Problems;
import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.config.yaml.SpanText;
import dev.wau.load.RedshiftUrl;
import dev.wau.store.Location;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code redshift}, and holds it against the warehouse and the central bucket. */
final class RedshiftReader {

    private static final Predicate<String> SCHEMA =
            Pattern.compile("[a-z_][a-z0-9_]{0,126}").asMatchPredicate();

    /** Redshift keeps a time-out as an INTEGER of milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(24);

    private RedshiftReader() {}

    static RedshiftRules read(Section section) {
        RedshiftRules base = RedshiftRules.DEFAULT;
        return new RedshiftRules(
                section.setting("copy-role")
                        .flatMap(setting -> text(setting, RedshiftRules::isCopyRole, RedshiftRules.COPY_ROLE_RULE))
                        .orElse(base.copyRole()),
                secret(section.setting("secret")),
                section.setting("schema")
                        .flatMap(setting -> text(
                                setting, SCHEMA, "1 to 127 of a-z, 0-9 and _, the first no digit; it must be there"))
                        .orElse(null),
                timeout(section.setting("statement-timeout"), base.statementTimeout()),
                timeout(section.setting("copy-timeout"), base.copyTimeout()));
    }

    /** Notes what can't work together. */
    static void check(Section root, String warehouse, Location central, RedshiftRules rules, Problems problems) {
        Optional<RedshiftUrl> url = RedshiftUrl.of(warehouse);
        if (url.isEmpty()) {
            return;
        }
        if (central.isFolder()) {
            problems.add(
                    root.setting("central")
                            .or(() -> root.setting("warehouse"))
                            .map(Setting::line)
                            .orElse(0),
                    "Redshift loads from S3, and the central bucket is the folder " + central
                            + " (set 'central: s3://BUCKET/PREFIX')");
        }
        if (rules.logsInTwice(warehouse)) {
            problems.add(
                    root.setting("redshift").map(Setting::line).orElse(0),
                    "invalid secret in 'redshift': the warehouse's URL asks IAM for user and password (leave out the"
                            + " secret, or 'iam:' in the URL)");
        }
    }

    /** What stands in its place is never shown: it may be the secret itself. */
    private static @Nullable String secret(Optional<Setting> setting) {
        String rule = RedshiftRules.SECRET_RULE;
        Optional<String> name = setting.flatMap(given -> given.text(rule));
        if (name.isPresent() && !RedshiftRules.isSecret(name.get())) {
            setting.ifPresent(given -> given.wrongUnseen(rule + ", which holds user and password"));
            return null;
        }
        return name.orElse(null);
    }

    private static Optional<String> text(Setting setting, Predicate<String> allowed, String rule) {
        Optional<String> text = setting.text(rule);
        if (text.isPresent() && !allowed.test(text.get())) {
            setting.wrong(rule);
            return Optional.empty();
        }
        return text;
    }

    private static Duration timeout(Optional<Setting> setting, Duration otherwise) {
        String rule = SpanText.FORM + ", 1s to 24d";
        Optional<String> text = setting.flatMap(given -> given.text(rule));
        Optional<Duration> span =
                text.flatMap(SpanText::parse).filter(found -> !found.isZero() && found.compareTo(LONGEST) <= 0);
        if (text.isPresent() && span.isEmpty()) {
            setting.ifPresent(given -> given.wrong(rule));
        }
        return span.orElse(otherwise);
    }
}
