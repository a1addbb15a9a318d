package dev.wau.testing.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Passes TCP connections on to a server of this machine, until it is told to cut one. Thread-safe. */
public final class CuttingProxy implements Closeable {

    private final ServerSocket listening;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean forGood;
    private volatile boolean refusing;

    private CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** A proxy before this port of this machine. */
    public static CuttingProxy before(int port) throws IOException {
        return new CuttingProxy(port);
    }

    /** Where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Cuts the first connection on which this comes true, once. */
    public void cut(Cut cut) {
        next.set(cut);
    }

    /** The same; from then on every new connection is refused, until {@link #heal}. */
    public void cutForGood(Cut cut) {
        forGood = true;
        next.set(cut);
    }

    /** All is well again. */
    public void heal() {
        forGood = false;
        refusing = false;
        next.set(null);
    }

    /** How many connections it cut. */
    public int cuts() {
        return cuts.get();
    }

    /** Whether this cut is still to be made; it is made by the first who asks. */
    boolean claim(Cut cut) {
        if (next.compareAndSet(cut, null)) {
            cuts.incrementAndGet();
            refusing = forGood;
            return true;
        }
        return false;
    }

    @Nullable
    Cut waiting() {
        return next.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (refusing) {
                    client.close();
                } else {
                    pass(client);
                }
            } catch (IOException closed) {
                // Closed, or a connection that failed by itself: the client sees it.
            }
        }
    }

    private void pass(Socket client) throws IOException {
        ProxiedConnection connection =
                new ProxiedConnection(this, client, new Socket(InetAddress.getLoopbackAddress(), target));
        open.add(connection);
        threads.execute(connection::passRequests);
        threads.execute(connection::passReplies);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Closeable connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
