package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Glue's Data Catalog, in its JSON: GetTable and GetConnection. A connection keeps a password, which it gives unless it is
 * asked not to. Thread-safe.
 */
public final class GlueFakeCatalog {

    /** The password that every connection has. */
    public static final String PASSWORD = "password-of-the-connection";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, CatalogTable> tables = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> connections = new ConcurrentHashMap<>();

    GlueFakeCatalog() {}

    /** Lists a table and its connection. */
    public void add(CatalogTable table) {
        tables.put(table.name().toString(), table);
        if (table.connection() != null) {
            String secret = table.connection().secret();
            ObjectNode properties = JSON.createObjectNode();
            if (!table.connection().url().isEmpty()) {
                properties.put("JDBC_CONNECTION_URL", table.connection().url());
            }
            if (secret != null) {
                properties.put("SECRET_ID", secret);
            }
            connections.put(table.connection().name(), properties);
        }
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

    /** The answer to an operation of the catalog; empty if it is none. */
    Optional<JsonNode> answer(String operation, JsonNode request) {
        return switch (operation) {
            case "GetTable" -> Optional.of(table(request));
            case "GetConnection" -> Optional.of(connection(request));
            default -> Optional.empty();
        };
    }

    private ObjectNode table(JsonNode request) {
        CatalogTable table = found(
                tables.get(request.path("DatabaseName").asText() + "."
                        + request.path("Name").asText()),
                "Entity Not Found");
        ObjectNode reply = JSON.createObjectNode();
        ObjectNode json = reply.putObject("Table")
                .put("Name", table.name().table())
                .put("DatabaseName", table.name().database())
                .put("CreateTime", 1_700_000_000);
        ObjectNode storage = json.putObject("StorageDescriptor").put("Location", table.location());
        ArrayNode columns = storage.putArray("Columns");
        for (CatalogColumn column : table.columns()) {
            columns.addObject().put("Name", column.name()).put("Type", column.type());
        }
        ObjectNode parameters = json.putObject("Parameters");
        table.parameters().forEach(parameters::put);
        return reply;
    }

    private ObjectNode connection(JsonNode request) {
        String name = request.path("Name").asText();
        ObjectNode properties =
                found(connections.get(name), "Connection not found").deepCopy();
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

    private static <T> T found(@Nullable T known, String message) {
        if (known == null) {
            throw GlueError.invalid("EntityNotFoundException", message);
        }
        return known;
    }
}
