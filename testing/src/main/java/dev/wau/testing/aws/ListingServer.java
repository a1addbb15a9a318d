package dev.wau.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bucket that can only be listed (ListObjectsV2), in S3's own order, that of the keys' UTF-8 bytes, and with keys that
 * {@link S3Server} can't hold. Signatures aren't checked. Keys come as
 * they are unless {@code encoding-type=url} is asked for, and then some are no XML, as with S3. Each object has as many bytes as its key has characters, but
 * those whose keys end in a slash have none. Thread-safe.
 */
public final class ListingServer implements Closeable {

    static {
        // The JDK's server sends head and body in two packets; the second would wait 40 ms for the first's receipt.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int PAGE = 1_000;

    private final HttpServer server;
    private volatile List<String> keys = List.of();
    private volatile int pageSize = PAGE;
    private final AtomicInteger requests = new AtomicInteger();

    private ListingServer() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::list);
        server.start();
    }

    /** An empty bucket. */
    public static ListingServer start() throws IOException {
        return new ListingServer();
    }

    /** A bucket with these keys. */
    public static ListingServer of(Collection<String> keys) throws IOException {
        ListingServer server = start();
        server.show(keys, PAGE);
        return server;
    }

    /** From now on these keys are there, and listed in pages of so many though more are asked for, as S3 may do. */
    public void show(Collection<String> keys, int pageSize) {
        this.keys = keys.stream().sorted(ListingServer::compareBytes).toList();
        this.pageSize = pageSize;
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many pages were asked for. */
    public int requests() {
        return requests.get();
    }

    private static int compareBytes(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            byte[] body =
                    page(parameters(exchange.getRequestURI().getRawQuery())).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : decoded(parts[1]));
        }
        return parameters;
    }

    private String page(Map<String, String> parameters) {
        String prefix = parameters.getOrDefault("prefix", "");
        String token = parameters.get("continuation-token");
        String after = token == null ? parameters.getOrDefault("start-after", "") : decoded(token);
        List<String> page = keys.subList(behind(after, prefix), keys.size()).stream()
                .takeWhile(key -> key.startsWith(prefix))
                .limit(pageSize + 1L)
                .toList();
        boolean more = page.size() > pageSize;
        List<String> shown = more ? page.subList(0, pageSize) : page;
        boolean encodes = parameters.getOrDefault("encoding-type", "").equals("url");
        StringBuilder xml = new StringBuilder("<ListBucketResult>");
        xml.append(encodes ? "<EncodingType>url</EncodingType>" : "");
        shown.forEach(key -> xml.append(entry(encodes ? encoded(key) : key, key)));
        if (more) {
            xml.append("<NextContinuationToken>")
                    .append(encoded(shown.get(pageSize - 1)))
                    .append("</NextContinuationToken>");
        }
        return xml.append("<IsTruncated>")
                .append(more)
                .append("</IsTruncated></ListBucketResult>")
                .toString();
    }

    /** Of the keys behind one, the first that may begin with the prefix. */
    private int behind(String after, String prefix) {
        int low = 0;
        int high = keys.size();
        while (low < high) {
            int middle = (low + high) / 2;
            String key = keys.get(middle);
            boolean before = (compareBytes(key, after) <= 0 && !after.isEmpty()) || compareBytes(key, prefix) < 0;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    private static String entry(String shown, String key) {
        int size = key.endsWith("/") ? 0 : key.length();
        return "<Contents><Key>" + shown + "</Key><LastModified>2025-07-01T00:00:00.123Z</LastModified>"
                + "<ETag>&quot;" + Integer.toHexString(key.hashCode()) + "&quot;</ETag><Size>" + size
                + "</Size></Contents>";
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
