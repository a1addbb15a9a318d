package dev.wau.testing.redshift;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** The client's end of its connection. Not thread-safe, but for {@link #close}. */
final class Client implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Nothing reaches the client any more: it is to be cut off when what it asked for is done. */
    private boolean deaf;

    Client(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    StartUp startUp() throws IOException {
        return StartUp.read(in, out);
    }

    /** Asks for the password, as it is: nobody else listens on this machine's own address. */
    String password() throws IOException {
        answer(Message.of('R', new Body().number32(3)));
        flush();
        Message message = next();
        return message.type() == 'p' ? message.fields().text() : "";
    }

    Message next() throws IOException {
        return Message.read(in);
    }

    void answer(Message message) throws IOException {
        if (!deaf) {
            message.write(out);
        }
    }

    void flush() throws IOException {
        out.flush();
    }

    void deafen() {
        deaf = true;
    }

    boolean deaf() {
        return deaf;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
