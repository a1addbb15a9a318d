package dev.wau.testing.aws;

import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpFaultProxy;
import dev.wau.testing.network.HttpHead;
import dev.wau.testing.network.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * S3's settings of one bucket, in its own XML, before {@link S3Server}, which has few of them; all else is passed on. A
 * setting is named as in the query: {@code notification}, {@code versioning}, {@code publicAccessBlock}, {@code
 * encryption}, {@code lifecycle}. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">AWS: S3's
 *     operations</a>
 */
public final class BucketSettingsFake implements AutoCloseable {

    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final HttpFaultProxy proxy;
    private final String bucket;
    private final Map<String, HttpReply> settings = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>(Map.of("x-amz-bucket-region", "eu-west-1"));

    /** Of a bucket of this server. */
    public BucketSettingsFake(URI server, String bucket) throws IOException {
        this.proxy = HttpFaultProxy.before(server);
        this.bucket = bucket;
        proxy.fail(FOR_EVER, head -> !setting(head).isEmpty(), passage -> {
            passage.body();
            passage.reply(settings.getOrDefault(setting(passage.request()), notImplemented()));
        });
        proxy.fail(
                FOR_EVER,
                head -> head.line().startsWith("HEAD /" + bucket + " "),
                HttpFault.changeReply(this::withHeaders));
    }

    private HttpReply withHeaders(HttpReply reply) {
        HttpReply changed = reply;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            changed = changed.with(header.getKey(), header.getValue());
        }
        return changed;
    }

    private String setting(HttpHead head) {
        String start = "GET /" + bucket + "?";
        if (!head.line().startsWith(start)) {
            return "";
        }
        String name = head.line().substring(start.length()).split("[ =&]", 2)[0];
        // Listings have queries too.
        return name.matches("notification|versioning|publicAccessBlock|encryption|lifecycle") ? name : "";
    }

    private static HttpReply notImplemented() {
        return error(501, "NotImplemented");
    }

    /** Where clients find the bucket. */
    public URI uri() {
        return proxy.uri();
    }

    /** A setting is this XML from now on. */
    public void set(String setting, String xml) {
        settings.put(setting, HttpReply.of(200, xml));
    }

    /** A setting is answered by an error from now on. */
    public void refuse(String setting, int status, String code) {
        settings.put(setting, error(status, code));
    }

    /** This service doesn't know a setting. */
    public void forget(String setting) {
        settings.remove(setting);
    }

    /** HEAD of an object is answered with this status from now on. */
    public void refuseHead(String key, int status) {
        proxy.fail(
                FOR_EVER,
                head -> head.line().startsWith("HEAD /" + bucket + "/" + key + " "),
                HttpFault.reply(HttpReply.of(status, "")));
    }

    /** A header of what HEAD of the bucket answers. */
    public void head(String header, String value) {
        headers.put(header, value);
    }

    private static HttpReply error(int status, String code) {
        return HttpReply.of(status, "<Error><Code>" + code + "</Code><Message>made by a test</Message></Error>");
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
