package dev.wau.testing.redshift;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one client says once it is let in, message by message. What PostgreSQL can do is passed on, as late as its answer
 * is needed; what it can't is done here. After an error nothing is done until the client ends its turn. Not thread-safe.
 */
final class Conversation {

    private final Client client;
    private final Backend backend;
    private final Session session;

    private final List<Message> waiting = new ArrayList<>();
    private final Map<String, Statement> statements = new HashMap<>();
    private final Map<String, Statement> portals = new HashMap<>();
    private boolean failed;

    Conversation(Client client, Backend backend, Session session) {
        this.client = client;
        this.backend = backend;
        this.session = session;
    }

    /** Until the client leaves. */
    void hold() throws IOException {
        Message message = client.next();
        while (message.type() != 'X') {
            take(message);
            message = client.next();
        }
    }

    private void take(Message message) throws IOException {
        if (message.type() == 'Q') {
            query(message.fields().text());
        } else if (message.type() == 'S') {
            backend.passAndSync(List.copyOf(waiting), this::relay);
            waiting.clear();
            failed = false;
            endTurn();
        } else if (!failed) {
            takeStep(message);
        }
    }

    private void takeStep(Message message) throws IOException {
        switch (message.type()) {
            case 'P' -> parse(message.fields());
            case 'B' -> bind(message);
            case 'D' -> describe(message);
            case 'E' -> execute(message);
            case 'C' -> close(message);
            case 'H' -> {
                passWaiting();
                client.flush();
            }
            default -> throw new IOException("a message that isn't of this protocol: " + message.type());
        }
    }

    private void parse(Fields fields) throws IOException {
        String name = fields.text();
        String sql = fields.text();
        try {
            Statement statement = session.read(sql);
            statements.put(name, statement);
            step(
                    statement,
                    Message.of(
                            'P',
                            new Body().text(name).text(statement.translated()).raw(fields.rest())),
                    Message.of('1'));
        } catch (Refusal refusal) {
            session.record(sql);
            fail(refusal);
        }
    }

    private void bind(Message message) throws IOException {
        Fields fields = message.fields();
        String portal = fields.text();
        Statement statement = statements.get(fields.text());
        if (statement != null) {
            portals.put(portal, statement);
        }
        step(statement, message, Message.of('2'));
    }

    private void describe(Message message) throws IOException {
        Fields fields = message.fields();
        boolean ofStatement = fields.number8() == 'S';
        Statement statement = (ofStatement ? statements : portals).get(fields.text());
        Message rows = Message.of('n');
        if (ofStatement) {
            step(statement, message, Message.of('t', new Body().number16(0)), rows);
        } else {
            step(statement, message, rows);
        }
    }

    private void close(Message message) throws IOException {
        Fields fields = message.fields();
        Map<String, Statement> named = fields.number8() == 'S' ? statements : portals;
        step(named.remove(fields.text()), message, Message.of('3'));
    }

    /** One step towards a statement's doing: passed on, or answered here for a statement that is done here. */
    private void step(@Nullable Statement statement, Message message, Message... answers) throws IOException {
        if (statement == null || statement.copy() == null) {
            waiting.add(message);
        } else if (passWaiting()) {
            for (Message answer : answers) {
                client.answer(answer);
            }
        }
    }

    private void execute(Message message) throws IOException {
        // Asked for more rows of it, it is not carried out once more.
        Statement statement = portals.remove(message.fields().text());
        if (statement == null) {
            waiting.add(message);
            return;
        }
        session.record(statement.sent());
        if (!survivesFault(statement)) {
            return;
        }
        CopyStatement copy = statement.copy();
        if (copy == null) {
            waiting.add(message);
        } else if (passWaiting()) {
            copy(copy);
        }
    }

    private void query(String sql) throws IOException {
        session.record(sql);
        try {
            Statement statement = session.read(sql);
            if (survivesFault(statement)) {
                CopyStatement copy = statement.copy();
                if (copy == null) {
                    backend.passQuery(statement.translated(), this::relay);
                    endTurn();
                    return;
                }
                copy(copy);
            }
        } catch (Refusal refusal) {
            fail(refusal);
        }
        backend.passAndSync(List.of(), this::relay);
        failed = false;
        endTurn();
    }

    private void copy(CopyStatement copy) throws IOException {
        try {
            session.copy(copy, backend);
            client.answer(Message.complete("COPY"));
        } catch (Refusal refusal) {
            fail(refusal);
        } catch (BackendRefusal refusal) {
            failed = true;
            relay(refusal.error());
        }
    }

    /** Lets what waits for this statement happen; whether the statement is to be carried out. */
    private boolean survivesFault(Statement statement) throws IOException {
        RedshiftFault fault = session.fault(statement.sent());
        if (fault == null) {
            return true;
        }
        if (!passWaiting()) {
            return false;
        }
        if (fault instanceof RedshiftFault.Failure failure) {
            fail(refusal(failure));
        } else if (fault instanceof RedshiftFault.Pause pause) {
            failed = !backend.sleep(pause.duration().toMillis(), this::relay);
        } else if (fault instanceof RedshiftFault.CutBefore) {
            throw new IOException("cut before: " + statement.sent());
        } else {
            client.deafen();
        }
        return !failed;
    }

    /** Fails in the backend, so that its transaction fails, and tells the client. */
    private void fail(Refusal refusal) throws IOException {
        if (!passWaiting()) {
            return;
        }
        failed = true;
        backend.fail();
        client.answer(refusal.error());
    }

    /** What PostgreSQL names otherwise than Redshift gets Redshift's name. */
    private void relay(Message answer) throws IOException {
        client.answer(answer.type() == 'E' ? renamed(answer) : answer);
    }

    private static Message renamed(Message error) {
        return switch (SqlState.of(error)) {
            case SqlState.SERIALIZATION_FAILURE ->
                refusal(RedshiftFault.serializableIsolationViolation()).error();
            // The only checks are those of lengths in bytes.
            case SqlState.CHECK_VIOLATION ->
                new Refusal(SqlState.TOO_LONG, "value too long for its type, which counts bytes").error();
            default -> error;
        };
    }

    private static Refusal refusal(RedshiftFault.Failure failure) {
        return new Refusal(failure.sqlState(), failure.message(), failure.detail());
    }

    private boolean passWaiting() throws IOException {
        failed = !backend.pass(List.copyOf(waiting), this::relay) || failed;
        waiting.clear();
        return !failed;
    }

    private void endTurn() throws IOException {
        if (client.deaf()) {
            throw new IOException("cut after the statement");
        }
        client.flush();
    }
}
