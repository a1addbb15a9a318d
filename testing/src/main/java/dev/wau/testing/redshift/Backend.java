package dev.wau.testing.redshift;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's end of one client's connection. The proxy waits for the answer to whatever it sends, so between two calls
 * nothing is under way. Not thread-safe, but for {@link #close}.
 */
final class Backend implements AutoCloseable {

    /** Takes answers as they come. */
    interface Taker {
        void take(Message answer) throws IOException;
    }

    /** What ends the answer to one message of the extended protocol. */
    private static final String ENDS = "123CsITnE";

    private static final Message FLUSH = Message.of('H');
    private static final Message SYNC = Message.of('S');

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int process;

    private Backend(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /** Connects; what it says until it is ready goes to the taker, or its refusal. */
    static Backend connect(int port, StartUp startUp, Taker taker) throws IOException {
        Backend backend = new Backend(new Socket(InetAddress.getLoopbackAddress(), port));
        startUp.write(backend.out);
        Message answer = backend.read();
        while (answer.type() != 'Z' && answer.type() != 'E') {
            if (answer.type() == 'K') {
                backend.process = answer.fields().number32();
            }
            taker.take(answer);
            answer = backend.read();
        }
        taker.take(answer);
        return backend;
    }

    /** The number of its process. */
    int process() {
        return process;
    }

    /** Passes on the wish to cancel what another connection runs. */
    static void cancel(int port, StartUp startUp) throws IOException {
        try (Backend backend = new Backend(new Socket(InetAddress.getLoopbackAddress(), port))) {
            startUp.write(backend.out);
        }
    }

    /**
     * Sends messages of the extended protocol and passes on their answers, which end with the first error.
     *
     * @return whether there was none
     */
    boolean pass(List<Message> messages, Taker taker) throws IOException {
        if (messages.isEmpty()) {
            return true;
        }
        send(messages);
        send(FLUSH);
        out.flush();
        for (int waiting = messages.size(); waiting > 0; ) {
            Message answer = read();
            taker.take(answer);
            if (answer.type() == 'E') {
                return false;
            }
            waiting -= ENDS.indexOf(answer.type()) < 0 ? 0 : 1;
        }
        return true;
    }

    /** Sends messages of the extended protocol, ends its turn, and passes on everything that is said to it. */
    void passAndSync(List<Message> messages, Taker taker) throws IOException {
        send(messages);
        send(SYNC);
        out.flush();
        takeUntilReady(taker);
    }

    /** Sends a statement of the simple protocol and passes on the whole answer. */
    void passQuery(String sql, Taker taker) throws IOException {
        send(Message.query(sql));
        out.flush();
        takeUntilReady(taker);
    }

    /**
     * Runs a statement of the proxy's own in the client's session and transaction.
     *
     * @return the error, or null
     */
    @Nullable
    Message run(String sql, Taker rows) throws IOException {
        Message[] error = new Message[1];
        passQuery(sql, answer -> {
            if (answer.type() == 'E') {
                error[0] = answer;
            } else if (answer.type() == 'D') {
                rows.take(answer);
            }
        });
        return error[0];
    }

    /** Fails the client's transaction, if it is in one. */
    void fail() throws IOException {
        run("DO $standin$BEGIN RAISE EXCEPTION 'the stand-in failed it'; END$standin$", row -> {});
    }

    /**
     * Lets the session wait as a statement does: its time-out counts, and it can be cancelled. A client's unnamed statement
     * stays as it is.
     *
     * @return whether nothing came between
     */
    boolean sleep(long millis, Taker errors) throws IOException {
        String sql = "DO $standin$BEGIN PERFORM pg_sleep(" + millis + " / 1000.0); END$standin$";
        String name = "standin_pause";
        List<Message> messages = new ArrayList<>();
        messages.add(Message.of('P', new Body().text(name).text(sql).number16(0)));
        messages.add(Message.of(
                'B', new Body().text(name).text(name).number16(0).number16(0).number16(0)));
        messages.add(Message.of('E', new Body().text(name).number32(0)));
        messages.add(Message.of('C', new Body().number8('P').text(name)));
        messages.add(Message.of('C', new Body().number8('S').text(name)));
        return pass(messages, answer -> {
            if (answer.type() == 'E') {
                errors.take(answer);
            }
        });
    }

    /**
     * Begins to copy rows into a table.
     *
     * @return the error, or null: rows may be sent
     */
    @Nullable
    Message beginCopy(String sql) throws IOException {
        send(Message.query(sql));
        out.flush();
        for (Message answer = read(); answer.type() != 'G'; answer = read()) {
            if (answer.type() == 'E') {
                takeUntilReady(rest -> {});
                return answer;
            }
        }
        return null;
    }

    /** Sends rows that are copied; an error is heard at the end. */
    void copy(byte[] rows) throws IOException {
        send(Message.of('d', new Body().raw(rows)));
    }

    /**
     * Ends copying.
     *
     * @return the error, or null
     */
    @Nullable
    Message endCopy() throws IOException {
        send(Message.of('c'));
        return copied();
    }

    /** Fails what is being copied, and with it the transaction. */
    void failCopy() throws IOException {
        send(Message.of('f', new Body().text("the stand-in failed it")));
        copied();
    }

    private @Nullable Message copied() throws IOException {
        out.flush();
        Message[] error = new Message[1];
        takeUntilReady(answer -> {
            if (answer.type() == 'E') {
                error[0] = answer;
            }
        });
        return error[0];
    }

    private void takeUntilReady(Taker taker) throws IOException {
        Message answer = read();
        while (answer.type() != 'Z') {
            taker.take(answer);
            answer = read();
        }
        taker.take(answer);
    }

    private Message read() throws IOException {
        return Message.read(in);
    }

    private void send(List<Message> messages) throws IOException {
        for (Message message : messages) {
            send(message);
        }
    }

    private void send(Message message) throws IOException {
        message.write(out);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
