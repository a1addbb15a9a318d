package dev.wau.testing.network;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server's reply: its head, and its body in one piece. Immutable. */
public final class HttpReply {

    private final HttpHead head;
    private final byte[] body;

    /** A reply; the head's length is corrected where it is sent. */
    public HttpReply(HttpHead head, byte[] body) {
        this.head = head;
        this.body = body.clone();
    }

    /** A reply with an XML body, as AWS's services give errors. */
    public static HttpReply of(int status, String xml) {
        HttpHead head = new HttpHead("HTTP/1.1 " + status + " x", List.of("Content-Type: application/xml"));
        return new HttpReply(head, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The head. */
    public HttpHead head() {
        return head;
    }

    /** The body. */
    public byte[] body() {
        return body.clone();
    }

    /** The same reply with another header. */
    public HttpReply with(String header, String value) {
        return new HttpReply(head.with(header, value), body);
    }
}
