package dev.wau.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a Redshift warehouse, {@code jdbc:redshift://HOST:PORT/DATABASE?NAME=VALUE&...}, divided as Redshift's driver
 * divides it; with {@code iam:} before the slashes, the login is by IAM. Whether an option exists only the driver knows.
 * Immutable.
 *
 * @param byIam whether IAM gives user and password
 * @param address {@code HOST} or {@code HOST:PORT}
 * @param database its name
 * @param options what stands behind it, with its first {@code ?} or {@code ;}; empty: none
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/jdbc20-obtain-url.html">AWS: the connection URL</a>
 */
public record RedshiftUrl(boolean byIam, String address, String database, String options) {

    /** What these URLs begin with. */
    public static final String SCHEME = "jdbc:redshift:";

    private static final Pattern FORM =
            Pattern.compile("jdbc:redshift:(iam:)?//([A-Za-z0-9._-]+(?::[0-9]{1,5})?)/([^/?;@]+)([?;].*)?");

    /** Options of the driver that are secrets. */
    private static final List<String> SECRETS = List.of(
            "password",
            "pwd",
            "SecretAccessKey",
            "SessionToken",
            "token",
            "webIdentityToken",
            "client_secret",
            "sslpassword");

    /** Whether a URL is of this kind. */
    public static boolean is(String url) {
        return url.startsWith(SCHEME);
    }

    /** Divides a URL; empty if it has another form. */
    public static Optional<RedshiftUrl> of(String url) {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            return Optional.empty();
        }
        String options = form.group(4) == null ? "" : form.group(4);
        return Optional.of(new RedshiftUrl(form.group(1) != null, form.group(2), form.group(3), options));
    }

    /** Whether a URL holds a secret, whatever its form: in an option, or before the host. */
    public static boolean holdsSecret(String url) {
        String place = url.split("[?;]", 2)[0];
        return place.contains("@")
                || SECRETS.stream().anyMatch(name -> option(url, name).isPresent());
    }

    /** The host without its port. */
    public String host() {
        return address.split(":", 2)[0];
    }

    /** An option's value, by its name in any case. */
    public Optional<String> option(String name) {
        return option(options, name);
    }

    private static Optional<String> option(String text, String name) {
        return Arrays.stream(text.split("[?;&]"))
                .map(option -> option.split("=", 2))
                .filter(option -> option.length == 2 && option[0].strip().equalsIgnoreCase(name))
                .map(option -> option[1])
                .findFirst();
    }

    /** For the driver, without IAM: for a connection with a user and a password. */
    public String plain() {
        return SCHEME + "//" + address + "/" + database + options;
    }

    /** The same with a login by IAM. */
    public String withIam() {
        return SCHEME + "iam://" + address + "/" + database + options;
    }

    /** For messages: an option may say more than is meant for them. */
    @Override
    public String toString() {
        return SCHEME + (byIam ? "iam:" : "") + "//" + address + "/" + database;
    }
}
