package dev.wau.testing.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One request on its way through a {@link HttpFaultProxy}; an {@link HttpFault} says what becomes of it. For one thread. */
public final class HttpPassage {

    private final HttpHead request;
    private final Socket client;
    private final int server;
    private byte @Nullable [] body;
    private boolean over;

    HttpPassage(HttpHead request, Socket client, int server) {
        this.request = request;
        this.client = client;
        this.server = server;
    }

    /** The request's head. */
    public HttpHead request() {
        return request;
    }

    /** Whether the connection to the client has ended. */
    boolean isOver() {
        return over;
    }

    /** The request's body, which the client now sends. */
    public byte[] body() throws IOException {
        byte[] known = body;
        if (known == null) {
            invite();
            known = request.requestBody(client.getInputStream());
            body = known;
        }
        return known;
    }

    /** Lets the client send so much of its body. */
    public void readSome(int bytes) throws IOException {
        invite();
        client.getInputStream().readNBytes(bytes);
    }

    private void invite() throws IOException {
        if (request.header("Expect").isPresent()) {
            client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
        }
    }

    /** The server's reply to the request. */
    public HttpReply forward() throws IOException {
        return forward(body());
    }

    /** The server's reply to the request with another body. */
    public HttpReply forward(byte[] changed) throws IOException {
        HttpHead head = request.without("Expect").without("Transfer-Encoding").with("Connection", "close");
        if (changed.length > 0 || request.header("Content-Length").isPresent()) {
            head = head.with("Content-Length", String.valueOf(changed.length));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.bytes());
            out.write(changed);
            out.flush();
            return reply(socket.getInputStream());
        }
    }

    private HttpReply reply(InputStream in) throws IOException {
        HttpHead head = HttpHead.read(in);
        while (head != null && head.line().startsWith("HTTP/1.1 1")) {
            head = HttpHead.read(in);
        }
        if (head == null) {
            throw new EOFException("the server said nothing");
        }
        return new HttpReply(head, hasBody(head) ? head.replyBody(in) : new byte[0]);
    }

    private boolean hasBody(HttpHead reply) {
        String status = reply.line().split(" ", 3)[1];
        return !isHead() && !status.equals("204") && !status.equals("304");
    }

    private boolean isHead() {
        return request.line().startsWith("HEAD ");
    }

    /** Gives the client a reply. */
    public void reply(HttpReply reply) throws IOException {
        replyPart(reply, reply.body().length);
    }

    /** Gives the client a reply whose body stops after so many bytes; the connection stays open. */
    public void replyPart(HttpReply reply, int bytes) throws IOException {
        byte[] content = reply.body();
        HttpHead head = reply.head().without("Transfer-Encoding").without("Connection");
        if (!isHead()) {
            head = head.with("Content-Length", String.valueOf(content.length));
        }
        OutputStream out = client.getOutputStream();
        out.write(head.bytes());
        out.write(Arrays.copyOf(content, Math.min(bytes, content.length)));
        out.flush();
    }

    /** Cuts the client off, as a network does: it sees a reset. */
    public void reset() throws IOException {
        over = true;
        client.setSoLinger(true, 0);
        client.close();
    }

    /** Ends the connection in good order: the client sees an end. */
    public void hangUp() throws IOException {
        over = true;
        client.close();
    }
}
