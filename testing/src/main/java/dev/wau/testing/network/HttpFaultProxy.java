package dev.wau.testing.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Passes HTTP/1.1 requests on to a server of this machine, with their Host header, so that signatures hold; what is told
 * to go wrong goes wrong. Bodies are held in memory. Thread-safe.
 */
public final class HttpFaultProxy implements Closeable {

    private record Planned(Predicate<HttpHead> when, AtomicInteger times, HttpFault fault) {
        boolean claims(HttpHead request) {
            return when.test(request) && times.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }

    private final ServerSocket listening;
    private final int server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "http-fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private final List<HttpHead> seen = new CopyOnWriteArrayList<>();
    private final Lock turn = new ReentrantLock();
    private volatile boolean inTurn;

    private HttpFaultProxy(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** A proxy before this server. */
    public static HttpFaultProxy before(URI server) throws IOException {
        return new HttpFaultProxy(server.getPort());
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /**
     * From now on, so many of these requests fail.
     *
     * @param when is asked with each request's head
     */
    public void fail(int times, Predicate<HttpHead> when, HttpFault fault) {
        planned.add(new Planned(when, new AtomicInteger(times), fault));
    }

    /** All is well again. */
    public void heal() {
        planned.clear();
    }

    /** From now on the server gets one request after the other. */
    public void passInTurn() {
        inTurn = true;
    }

    /** The requests so far. */
    public List<HttpHead> requests() {
        return List.copyOf(seen);
    }

    /** How many of them there were. */
    public long count(Predicate<HttpHead> which) {
        return seen.stream().filter(which).count();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                // Closed, or a client that left: both are no failure of this side.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            boolean over = false;
            while (!over) {
                HttpHead request = HttpHead.read(client.getInputStream());
                over = request == null || !pass(new HttpPassage(request, client, server));
            }
        } catch (IOException e) {
            // The client has left; what it makes of that is its test's subject.
            return;
        } finally {
            open.remove(client);
        }
    }

    /** Whether the connection goes on. */
    private boolean pass(HttpPassage passage) throws IOException {
        HttpHead request = passage.request();
        seen.add(request);
        HttpFault fault = planned.stream()
                .filter(one -> one.claims(request))
                .findFirst()
                .map(Planned::fault)
                .orElse(one -> one.reply(one.forward()));
        if (!inTurn) {
            fault.play(passage);
            return !passage.isOver();
        }
        passage.body();
        turn.lock();
        try {
            fault.play(passage);
        } finally {
            turn.unlock();
        }
        return !passage.isOver();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket client : open) {
            client.close();
        }
        threads.shutdownNow();
    }
}
