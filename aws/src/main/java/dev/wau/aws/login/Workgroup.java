package dev.wau.aws.login;

import dev.wau.load.RedshiftUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A workgroup of Redshift Serverless, as a URL names it: by its host, or by the driver's options {@code
 * serverlessWorkGroup} and {@code Region}.
 *
 * @param name of the workgroup
 * @param region null: the surroundings' own
 * @param database to log in to
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/jdbc20-configuration-options.html">AWS: the driver's
 *     options</a>
 */
record Workgroup(String name, @Nullable String region, String database) {

    private static final Pattern HOST =
            Pattern.compile("([a-z0-9-]+)\\.[0-9]{12}\\.([a-z0-9-]+)\\.redshift-serverless\\.amazonaws\\.com(\\.cn)?");

    /**
     * The workgroup of a URL.
     *
     * @throws WauException INVALID_CONFIGURATION: the URL names none
     */
    static Workgroup of(RedshiftUrl url) {
        Matcher host = HOST.matcher(url.host());
        boolean standard = host.matches();
        String name = url.option("serverlessWorkGroup").orElse(standard ? host.group(1) : null);
        if (name == null) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot log in to " + url + " by IAM: its host isn't a workgroup's of Redshift Serverless"
                            + " (WORKGROUP.ACCOUNT.REGION.redshift-serverless.amazonaws.com). Behind another host name,"
                            + " add '?serverlessWorkGroup=NAME&Region=REGION'; to a provisioned cluster, log in by a"
                            + " secret (redshift.secret in wau.yaml)");
        }
        return new Workgroup(name, url.option("Region").orElse(standard ? host.group(2) : null), url.database());
    }
}
