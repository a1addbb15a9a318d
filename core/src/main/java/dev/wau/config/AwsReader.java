package dev.wau.config;

import dev.wau.config.yaml.Section;
import dev.wau.config.yaml.Setting;
import dev.wau.store.CloudAccess;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how places in AWS are reached. Secrets never stand in {@code wau.yaml}: the SDK finds them in its surroundings. */
final class AwsReader {

    private AwsReader() {}

    /** The file's own section: the central bucket's, and what customers go by unless they say otherwise. */
    static CloudAccess access(Section section) {
        return new CloudAccess(region(section, null), endpoint(section, null), null, null);
    }

    /** The central bucket. */
    static StorePlace central(Section section, Location location, CloudAccess access) {
        String encryption =
                text(section.setting("encryption"), "AES256, aws:kms or aws:kms:dsse", "AES256|aws:kms(:dsse)?", null);
        Optional<Setting> key = section.setting("kms-key");
        if (key.isPresent() && (encryption == null || encryption.equals("AES256"))) {
            key.get().wrong("only with encryption: aws:kms");
        }
        return new StorePlace(
                location,
                access,
                encryption,
                text(key, "the key's ARN, or its id in the bucket's account", ".+", null));
    }

    /** A customer's section. */
    static CloudAccess customer(Section section, CloudAccess base) {
        String role = text(
                section.setting("role"),
                "a role's ARN such as arn:aws:iam::123456789012:role/wau-reader",
                "arn:[a-z0-9-]+:iam::[0-9]{12}:role/[\\w+=,.@/-]+",
                null);
        Optional<Setting> externalId = section.setting("external-id");
        if (role == null) {
            externalId.ifPresent(setting -> setting.wrong("only with a role, which asks for it"));
        }
        return new CloudAccess(
                region(section, base.region()),
                endpoint(section, base.endpoint()),
                role,
                text(externalId, "2 to 1,224 letters, digits and +=,.@:/-", "[\\w+=,.@:/-]{2,1224}", null));
    }

    private static @Nullable String region(Section section, @Nullable String otherwise) {
        return text(section.setting("region"), "a region such as eu-west-1", "[a-z]{2}(-[a-z]+)+-[0-9]+", otherwise);
    }

    private static @Nullable String endpoint(Section section, @Nullable String otherwise) {
        return text(
                section.setting("endpoint"),
                "the URL of an S3-compatible service such as https://minio.example:9000",
                "https?://[^/?#@]+/?",
                otherwise);
    }

    private static @Nullable String text(
            Optional<Setting> setting, String rule, String pattern, @Nullable String otherwise) {
        Optional<String> text = setting.flatMap(given -> given.text(rule));
        if (text.isPresent() && !text.get().matches(pattern)) {
            setting.ifPresent(given -> given.wrong(rule));
            return otherwise;
        }
        return text.orElse(otherwise);
    }
}
