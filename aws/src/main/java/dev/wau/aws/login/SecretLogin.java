package dev.wau.aws.login;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.wau.aws.access.AwsClients;
import dev.wau.aws.access.AwsErrors;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Reads a login from a secret in Secrets Manager: JSON with {@code username} and {@code password}, as Redshift's and RDS's
 * own managed secrets have it; what else stands there is passed over. Nothing of it gets into a message. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html">AWS: the
 *     JSON of database secrets</a>
 */
final class SecretLogin {

    /** Secrets Manager is asked 12 times an hour at most, and a rotated password is known within that time. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final Pattern ARN = Pattern.compile("arn:[a-z0-9-]+:secretsmanager:([a-z0-9-]+):.*");
    private static final JsonFactory JSON = new JsonFactory();

    private final AwsClients clients;
    private final String secret;
    private final CloudAccess access;
    private final InstantSource clock;

    SecretLogin(AwsClients clients, String secret, @Nullable String region, InstantSource clock) {
        Matcher arn = ARN.matcher(secret);
        this.clients = clients;
        this.secret = secret;
        this.access = new CloudAccess(arn.matches() ? arn.group(1) : region, null, null, null);
        this.clock = clock;
    }

    /**
     * Asks for it.
     *
     * @throws WauException INVALID_CONFIGURATION: there is no such secret, it may not be read, or it holds something else;
     *     WAREHOUSE_FAILED: no answer
     */
    DatabaseLogin read() {
        String value = value();
        Map<String, String> fields;
        try {
            fields = fields(value == null ? "" : value);
        } catch (IOException e) {
            // Not the cause: it may quote the secret.
            throw wrong("its value is no JSON object");
        }
        String user = fields.get("username");
        String password = fields.get("password");
        if (user == null || password == null) {
            throw wrong("its JSON has no text '" + (user == null ? "username" : "password") + "'");
        }
        return new DatabaseLogin(user, password, clock.instant().plus(REMEMBERED));
    }

    private @Nullable String value() {
        try {
            return clients.of(SecretsManagerClient.class, SecretsManagerClient::builder, access)
                    .getSecretValue(request -> request.secretId(secret))
                    .secretString();
        } catch (ResourceNotFoundException e) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot log in to the warehouse: there is no secret '" + secret + "': " + AwsErrors.reason(e)
                            + " (redshift.secret in wau.yaml: check name, account and region; a secret of another"
                            + " account is named by its ARN)",
                    e);
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    private WauException failed(SdkException e) {
        String what =
                "Cannot log in to the warehouse: the secret '" + secret + "' can't be read: " + AwsErrors.reason(e);
        return switch (AwsErrors.code(e)) {
            case "AccessDeniedException" ->
                new WauException(
                        ErrorCode.INVALID_CONFIGURATION,
                        what + " (allow secretsmanager:GetSecretValue on it, and kms:Decrypt on its key)",
                        e);
            case "DecryptionFailure" ->
                new WauException(ErrorCode.INVALID_CONFIGURATION, what + " (allow kms:Decrypt on its key)", e);
            default -> new WauException(ErrorCode.WAREHOUSE_FAILED, what + " (try again)", e);
        };
    }

    private static Map<String, String> fields(String json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return fields;
    }

    private WauException wrong(String what) {
        return new WauException(
                ErrorCode.INVALID_CONFIGURATION,
                "Cannot log in to the warehouse: the secret '" + secret + "' holds no login: " + what
                        + " (it must be {\"username\": \"...\", \"password\": \"...\"})");
    }
}
