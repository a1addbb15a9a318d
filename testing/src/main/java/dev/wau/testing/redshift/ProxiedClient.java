package dev.wau.testing.redshift;

import dev.wau.testing.postgresql.TestingPostgres;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One client from its first word to its last. */
final class ProxiedClient implements Runnable, AutoCloseable {

    private static final String BACKEND_USER = "postgres";

    /** What Redshift says, having been made of it. */
    private static final String SERVER_VERSION = "8.0.2";

    private final RedshiftStandIn standIn;
    private final Client client;
    private volatile @Nullable Backend backend;

    ProxiedClient(RedshiftStandIn standIn, Client client) {
        this.standIn = standIn;
        this.client = client;
    }

    @Override
    public void run() {
        try (this) {
            StartUp startUp = client.startUp();
            if (startUp.cancels()) {
                Backend.cancel(TestingPostgres.port(), startUp);
            } else {
                converse(startUp);
            }
        } catch (IOException left) {
            // The client left or was cut off: what it didn't commit is rolled back.
        } finally {
            standIn.ended(this);
        }
    }

    private void converse(StartUp startUp) throws IOException {
        Map<String, String> parameters = startUp.parameters();
        String user = parameters.get("user");
        if (!standIn.lets(user, client.password())) {
            client.answer(new Refusal("28000", "password authentication failed for user \"" + user + "\"").fatal());
            client.flush();
            return;
        }
        Backend connected =
                Backend.connect(TestingPostgres.port(), startUp.forBackend(BACKEND_USER), this::answerAtStart);
        backend = connected;
        client.flush();
        String database = parameters.getOrDefault("database", "");
        new Conversation(client, connected, new Session(standIn, database)).hold();
    }

    private void answerAtStart(Message answer) throws IOException {
        if (answer.type() == 'S' && answer.fields().text().equals("server_version")) {
            client.answer(Message.of('S', new Body().text("server_version").text(SERVER_VERSION)));
        } else {
            client.answer(answer);
        }
    }

    @Override
    public void close() throws IOException {
        Backend connected = backend;
        if (connected != null) {
            connected.close();
        }
        client.close();
    }
}
