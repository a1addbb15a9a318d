package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wau.catalog.CatalogTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Glue's Data Catalog, in its JSON: databases, tables with their versions, connections. A connection keeps a password, which
 * it gives unless it is asked not to. Thread-safe.
 */
public final class GlueFakeCatalog {

    /** The password that every connection has. */
    public static final String PASSWORD = "password-of-the-connection";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GlueFakeTables tables = new GlueFakeTables();
    private final Map<String, ObjectNode> connections = new ConcurrentHashMap<>();

    GlueFakeCatalog() {}

    /** Lists a table, its database and its connection, as if they had always been there. */
    public void add(CatalogTable table) {
        tables.put(table.name().database(), GlueFakeTableInput.of(table));
        if (table.connection() != null) {
            connection(
                    table.connection().name(),
                    table.connection().url(),
                    table.connection().secret());
        }
    }

    /** Lists a table as it stands here, a {@code TableInput} in Glue's JSON. */
    public void put(String database, JsonNode input) {
        tables.put(database, input.deepCopy());
    }

    /** Lists a connection. */
    public void connection(String name, String url, @Nullable String secret) {
        ObjectNode properties = JSON.createObjectNode();
        if (!url.isEmpty()) {
            properties.put("JDBC_CONNECTION_URL", url);
        }
        if (secret != null) {
            properties.put("SECRET_ID", secret);
        }
        connections.put(name, properties);
    }

    /** Lists a connection as newer ones are: its secret stands apart. */
    public void authenticated(String connection, String url, String secret) {
        connections.put(
                connection,
                JSON.createObjectNode().put("JDBC_CONNECTION_URL", url).put("secret", secret));
    }

    /** Forgets a connection. */
    public void removeConnection(String name) {
        connections.remove(name);
    }

    /** A table as GetTable gives it; empty if it isn't there. */
    public Optional<JsonNode> table(String database, String name) {
        return tables.find(database, name);
    }

    /** The databases, by name. */
    public List<String> databases() {
        return new ArrayList<>(tables.databases());
    }

    /** The answer to an operation of the catalog; empty if it is none. */
    Optional<JsonNode> answer(String operation, JsonNode request) {
        return switch (operation) {
            case "GetTable" -> Optional.of(JSON.createObjectNode().set("Table", tables.get(request)));
            case "GetTables" -> Optional.of(page(request));
            case "CreateDatabase" -> Optional.of(tables.createDatabase(request));
            case "CreateTable" -> Optional.of(tables.createTable(request));
            case "UpdateTable" -> Optional.of(tables.updateTable(request));
            case "GetConnection" -> Optional.of(connection(request));
            default -> Optional.empty();
        };
    }

    /** Two tables a page: less than there are in most tests. */
    private ObjectNode page(JsonNode request) {
        List<ObjectNode> all = tables.of(request.path("DatabaseName").asText());
        int from = request.path("NextToken").asInt(0);
        int to = Math.min(all.size(), from + 2);
        ObjectNode page = JSON.createObjectNode();
        ArrayNode list = page.putArray("TableList");
        all.subList(from, to).forEach(list::add);
        if (to < all.size()) {
            page.put("NextToken", String.valueOf(to));
        }
        return page;
    }

    private ObjectNode connection(JsonNode request) {
        String name = request.path("Name").asText();
        ObjectNode known = connections.get(name);
        if (known == null) {
            throw GlueError.invalid("EntityNotFoundException", "Connection not found");
        }
        ObjectNode properties = known.deepCopy();
        JsonNode apart = properties.remove("secret");
        if (!request.path("HidePassword").asBoolean()) {
            properties.put("PASSWORD", PASSWORD);
        }
        ObjectNode reply = JSON.createObjectNode();
        ObjectNode json = reply.putObject("Connection").put("Name", name).put("ConnectionType", "JDBC");
        json.set("ConnectionProperties", properties);
        if (apart != null) {
            json.putObject("AuthenticationConfiguration").set("SecretArn", apart);
        }
        return reply;
    }
}
