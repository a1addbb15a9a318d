package dev.wau.testing.network;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first line and the headers of an HTTP/1.1 message.
 *
 * @param line such as {@code GET /bucket/key HTTP/1.1} or {@code HTTP/1.1 200 OK}
 * @param headers such as {@code Content-Length: 3}
 */
public record HttpHead(String line, List<String> headers) {

    /** A copy. */
    public HttpHead {
        headers = List.copyOf(headers);
    }

    /** Reads one; null where the connection ends before it begins. */
    static @Nullable HttpHead read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 && bytes.size() == 0) {
                return null;
            }
            if (next < 0) {
                throw new EOFException("the head broke off");
            }
            bytes.write(next);
        }
        List<String> lines =
                bytes.toString(StandardCharsets.ISO_8859_1).strip().lines().toList();
        return new HttpHead(lines.get(0), lines.subList(1, lines.size()));
    }

    byte[] bytes() {
        return (line + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The value of a header. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> isNamed(header, name))
                .map(header -> header.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** The same head with this header, and none before it of the name. */
    public HttpHead with(String name, String value) {
        HttpHead without = without(name);
        return new HttpHead(
                line,
                Stream.concat(without.headers.stream(), Stream.of(name + ": " + value))
                        .toList());
    }

    /** The same head without headers of this name. */
    public HttpHead without(String name) {
        return new HttpHead(
                line, headers.stream().filter(header -> !isNamed(header, name)).toList());
    }

    private static boolean isNamed(String header, String name) {
        return header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }

    /** The bytes of a request's body, which follow. */
    byte[] requestBody(InputStream in) throws IOException {
        return hasLength() ? body(in) : new byte[0];
    }

    /** The bytes of a reply's body; one whose length isn't told ends with its connection. */
    byte[] replyBody(InputStream in) throws IOException {
        return hasLength() ? body(in) : in.readAllBytes();
    }

    private boolean hasLength() {
        return header("Transfer-Encoding").isPresent()
                || header("Content-Length").isPresent();
    }

    private byte[] body(InputStream in) throws IOException {
        return header("Transfer-Encoding").isPresent()
                ? chunks(in)
                : in.readNBytes(Integer.parseInt(header("Content-Length").orElseThrow()));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(size));
            in.readNBytes(2);
        }
        in.readNBytes(2);
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        StringBuilder digits = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("a chunk broke off");
            }
            digits.append((char) next);
        }
        return Integer.parseInt(digits.toString().strip(), 16);
    }
}
