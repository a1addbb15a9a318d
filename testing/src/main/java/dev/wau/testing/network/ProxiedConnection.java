package dev.wau.testing.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One client, one server, and what passes between them. */
final class ProxiedConnection implements Closeable {

    private static final int BUFFER = 16 << 10;

    private final CuttingProxy proxy;
    private final Socket client;
    private final Socket server;
    private long sent;

    /** Set before the server sees the request whose reply is to be lost. */
    private volatile Cut.@Nullable Way losing;

    ProxiedConnection(CuttingProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    /** Client to server; this is where cuts are noticed. */
    void passRequests() {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = client.getInputStream();
                OutputStream out = server.getOutputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                sent += length;
                Cut cut = due(buffer, length);
                if (cut != null && !survives(cut, buffer, length)) {
                    return;
                }
                if (cut == null) {
                    out.write(buffer, 0, length);
                    out.flush();
                }
            }
        } catch (IOException e) {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    private @Nullable Cut due(byte[] buffer, int length) {
        Cut cut = proxy.waiting();
        if (cut == null) {
            return null;
        }
        boolean comesTrue = cut.text().isEmpty() ? sent > cut.bytes() : contains(buffer, length, cut.text());
        return comesTrue && proxy.claim(cut) ? cut : null;
    }

    /** Does what the cut says; whether the connection goes on. */
    private boolean survives(Cut cut, byte[] buffer, int length) throws IOException, InterruptedException {
        switch (cut.way()) {
            case BEFORE_THE_SERVER_SEES -> {
                end();
                return false;
            }
            case DELIVER_LATE -> {
                losing = cut.way();
                client.close();
                Thread.sleep(cut.delay().toMillis());
                forward(buffer, length);
                return false;
            }
            case REPLY_LOST, SILENCE -> {
                losing = cut.way();
                forward(buffer, length);
                return true;
            }
        }
        throw new IllegalStateException("no such way: " + cut.way());
    }

    private void forward(byte[] buffer, int length) throws IOException {
        server.getOutputStream().write(buffer, 0, length);
        server.getOutputStream().flush();
    }

    /** Server to client. */
    void passReplies() {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = server.getInputStream()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                Cut.Way lost = losing;
                if (lost == null) {
                    reply(buffer, length);
                } else if (lost != Cut.Way.SILENCE) {
                    // The server has done what it was asked: it answers.
                    end();
                    return;
                }
            }
        } catch (IOException e) {
            end();
            return;
        }
        if (losing != Cut.Way.SILENCE) {
            end();
        }
    }

    /** The client may be cut off while it is still being answered: what is kept from it then is no failure. */
    private void reply(byte[] buffer, int length) throws IOException {
        try {
            client.getOutputStream().write(buffer, 0, length);
            client.getOutputStream().flush();
        } catch (IOException e) {
            if (losing == null) {
                throw e;
            }
        }
    }

    private static boolean contains(byte[] buffer, int length, String text) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(text);
    }

    private void end() {
        try (client) {
            server.close();
        } catch (IOException e) {
            // An end that is closed already is what was wanted.
            return;
        }
    }

    @Override
    public void close() {
        end();
    }
}
