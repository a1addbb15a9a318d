package dev.wau.testing.redshift;

import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Redshift: PostgreSQL behind a proxy that Redshift's own JDBC driver talks to. It refuses what isn't on the
 * list of documented SQL ({@code docs/redshift-sql.md}), translates what PostgreSQL says differently, and carries out COPY
 * of Parquet files itself. Who uses it has {@code redshift-jdbc42}, {@code duckdb_jdbc} and {@code s3proxy} among its own
 * dependencies. Thread-safe.
 *
 * <p>As on Redshift, texts are ordered by their bytes and lengths count bytes; a transaction sees what its first query saw,
 * which LOCK isn't; two transactions that change the same rows violate serializable isolation.
 *
 * <p>What it can't show: Redshift's planner and its speed; violations between transactions that change different rows; that
 * a CREATE TABLE fixes what a transaction sees; which correlated subqueries are refused; what a SUPER becomes beyond its
 * text; the text of errors, but for those that AWS documents; the driver's metadata queries, which are refused.
 */
public final class RedshiftStandIn implements AutoCloseable {

    /** The user who is let in from the start. */
    public static final String USER = "wau";

    /** And that user's password. */
    public static final String PASSWORD = "testing-password";

    private final ServerSocket listening;
    private final S3Files files;
    private final Databases databases = new Databases();
    private final Faults faults = new Faults();
    private final List<String> statements = new ArrayList<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>(Map.of(USER, PASSWORD));
    private final Set<ProxiedClient> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "redshift-stand-in");
        thread.setDaemon(true);
        return thread;
    });

    private RedshiftStandIn(S3Files files) throws IOException {
        this.files = files;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /**
     * Starts one.
     *
     * @param s3 where COPY finds its files, with the keys of {@link S3Server}
     */
    public static RedshiftStandIn start(URI s3) throws IOException {
        return new RedshiftStandIn(new S3Files(S3Server.client(s3).build()));
    }

    /** The JDBC URL of a new, empty database, without user and password. */
    public String url() {
        return "jdbc:redshift://127.0.0.1:" + listening.getLocalPort() + "/" + databases.create() + "?ssl=false";
    }

    /** Connects as {@link #USER}. */
    public Connection connect(String url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", PASSWORD);
        return DriverManager.getConnection(url, properties);
    }

    /** Lets another user in, for instance one with a password for a while, as IAM gives it. */
    public void allow(String user, String password) {
        passwords.put(user, password);
    }

    /** Everything that clients sent to be carried out, as sent, in order; a prepared statement each time it was executed. */
    public List<String> statements() {
        synchronized (statements) {
            return List.copyOf(statements);
        }
    }

    /** Forgets what was sent so far. */
    public void forgetStatements() {
        synchronized (statements) {
            statements.clear();
        }
    }

    /** Lets this go wrong with the next statement in which the pattern is found, once; several wait each for its own. */
    public void failNext(Pattern statement, RedshiftFault fault) {
        faults.add(statement, fault);
    }

    /** How many clients are connected. */
    public int connections() {
        return open.size();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                ProxiedClient client = new ProxiedClient(this, new Client(socket));
                open.add(client);
                threads.execute(client);
            } catch (IOException closed) {
                // Closed, or a connection that failed by itself: the client sees it.
            }
        }
    }

    boolean lets(@Nullable String user, String password) {
        return user != null && password.equals(passwords.get(user));
    }

    void ended(ProxiedClient client) {
        open.remove(client);
    }

    void record(String statement) {
        synchronized (statements) {
            statements.add(statement);
        }
    }

    Faults faults() {
        return faults;
    }

    S3Files files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (ProxiedClient client : open) {
            client.close();
        }
        threads.shutdownNow();
        files.close();
        databases.drop();
    }
}
