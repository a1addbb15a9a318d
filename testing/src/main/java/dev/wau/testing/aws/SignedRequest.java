package dev.wau.testing.aws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as an AWS client sent it. Whose it is stands in its signature; that the signature is right is not checked.
 *
 * @param path with the query
 * @param operation of a JSON service: what follows the full stop in {@code X-Amz-Target}; else empty
 * @param accessKey of who signed it; empty if nobody did
 * @param sessionToken that came with a temporary key; else empty
 * @param headers the first of each name; names in lower case
 * @param body as text
 */
public record SignedRequest(
        String path,
        String operation,
        String accessKey,
        String sessionToken,
        Map<String, String> headers,
        String body) {

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/");

    static SignedRequest of(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String target = header(headers, "X-Amz-Target");
        Matcher credential = CREDENTIAL.matcher(header(headers, "Authorization"));
        return new SignedRequest(
                exchange.getRequestURI().toString(),
                target.substring(target.indexOf('.') + 1),
                credential.find() ? credential.group(1) : "",
                header(headers, "X-Amz-Security-Token"),
                headers.entrySet().stream()
                        .collect(Collectors.toMap(
                                header -> header.getKey().toLowerCase(Locale.ROOT),
                                header -> header.getValue().get(0))),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** A header's value; empty if there is none of this name. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    private static String header(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }
}
