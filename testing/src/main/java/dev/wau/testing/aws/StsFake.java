package dev.wau.testing.aws;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * AWS's Security Token Service, as far as {@code AssumeRole} goes, in its query protocol. Each role gives keys of its
 * own, {@code ASIA-NAME-1} and so on, with a token of their own. Thread-safe.
 */
public final class StsFake implements AutoCloseable {

    /** The secret of all keys that roles give. */
    public static final String SECRET_KEY = "secret-of-roles";

    private final Map<String, Trust> roles = new ConcurrentHashMap<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile Duration lifetime = Duration.ofHours(1);
    private final FakeEndpoint endpoint = new FakeEndpoint(this::answer);

    private record Trust(@Nullable String externalId) {}

    /** Where it answers. */
    public URI uri() {
        return endpoint.uri();
    }

    /** Makes a role; asks for an external id, unless it is null. */
    public void role(String arn, @Nullable String externalId) {
        roles.put(arn, new Trust(externalId));
    }

    /** How long the next credentials last. */
    public void lifetime(Duration duration) {
        lifetime = duration;
    }

    /** How often the role was asked for. */
    public long asked(String arn) {
        return forms().filter(form -> arn.equals(form.get("RoleArn"))).count();
    }

    /** The session names that were given, each once. */
    public List<String> sessionNames() {
        return forms().flatMap(form -> Optional.ofNullable(form.get("RoleSessionName")).stream())
                .distinct()
                .toList();
    }

    /** A key that the role might have given. */
    public static String keyOf(String arn) {
        return prefix(arn) + 0;
    }

    /** Whether the role gives such keys. */
    public static boolean isKeyOf(String arn, String accessKey) {
        return accessKey.startsWith(prefix(arn));
    }

    /** The token that comes with a key. */
    public static String token(String accessKey) {
        return "token-of-" + accessKey;
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private FakeEndpoint.Reply answer(SignedRequest request) {
        Map<String, String> form = form(request.body());
        String arn = form.getOrDefault("RoleArn", "");
        Trust trust = roles.get(arn);
        boolean allowed = trust != null
                && (trust.externalId() == null || trust.externalId().equals(form.get("ExternalId")));
        return allowed ? credentials(arn) : denied(arn);
    }

    private FakeEndpoint.Reply credentials(String arn) {
        String key = prefix(arn) + sessions.incrementAndGet();
        return xml(200, """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
                <AssumedRoleUser><Arn>%s</Arn><AssumedRoleId>AROA:wau</AssumedRoleId></AssumedRoleUser>
                <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
                <SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>
                </AssumeRoleResult></AssumeRoleResponse>""".formatted(
                        arn, key, SECRET_KEY, token(key), Instant.now().plus(lifetime)));
    }

    private static FakeEndpoint.Reply denied(String arn) {
        return xml(403, """
                <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
                <Code>AccessDenied</Code>
                <Message>User: arn:aws:iam::111111111111:user/wau is not authorized to perform: sts:AssumeRole on\
                 resource: %s</Message></Error><RequestId>sts-request</RequestId></ErrorResponse>""".formatted(arn));
    }

    private static FakeEndpoint.Reply xml(int status, String body) {
        return new FakeEndpoint.Reply(status, "text/xml", body);
    }

    private Stream<Map<String, String>> forms() {
        return endpoint.requests().stream().map(request -> form(request.body()));
    }

    private static String prefix(String arn) {
        return "ASIA-" + arn.substring(arn.lastIndexOf('/') + 1) + "-";
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
