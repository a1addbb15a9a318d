package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The databases and tables of {@link GlueFakeCatalog}. Names are folded to small letters when they are stored, as Glue says of
 * its own. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html">AWS: TableInput</a>
 */
final class GlueFakeTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, ObjectNode>> databases = new TreeMap<>();

    /** Lists a table and its database. */
    synchronized void put(String database, ObjectNode input) {
        String name = folded(database);
        databases.computeIfAbsent(name, key -> new TreeMap<>());
        store(name, input, null);
    }

    synchronized Set<String> databases() {
        return Set.copyOf(databases.keySet());
    }

    synchronized Optional<JsonNode> find(String database, String name) {
        Map<String, ObjectNode> tables = databases.getOrDefault(folded(database), Map.of());
        return Optional.ofNullable(tables.get(folded(name))).map(JsonNode::deepCopy);
    }

    JsonNode get(JsonNode request) {
        return find(request.path("DatabaseName").asText(), request.path("Name").asText())
                .orElseThrow(() -> GlueError.invalid("EntityNotFoundException", "Entity Not Found"));
    }

    synchronized List<ObjectNode> of(String database) {
        return new ArrayList<>(known(database).values());
    }

    synchronized JsonNode createDatabase(JsonNode request) {
        String name = folded(request.path("DatabaseInput").path("Name").asText());
        if (databases.putIfAbsent(name, new TreeMap<>()) != null) {
            throw GlueError.invalid("AlreadyExistsException", "Database already exists.");
        }
        return JSON.createObjectNode();
    }

    synchronized JsonNode createTable(JsonNode request) {
        String database = folded(request.path("DatabaseName").asText());
        JsonNode input = request.path("TableInput");
        GlueFakeTableInput.check(input);
        if (known(database).containsKey(folded(input.path("Name").asText()))) {
            throw GlueError.invalid("AlreadyExistsException", "Table already exists.");
        }
        store(database, input.deepCopy(), null);
        return JSON.createObjectNode();
    }

    synchronized JsonNode updateTable(JsonNode request) {
        String database = folded(request.path("DatabaseName").asText());
        JsonNode input = request.path("TableInput");
        GlueFakeTableInput.check(input);
        ObjectNode before = known(database).get(folded(input.path("Name").asText()));
        if (before == null) {
            throw GlueError.invalid("EntityNotFoundException", "Table not found.");
        }
        store(database, input.deepCopy(), before);
        return JSON.createObjectNode();
    }

    private Map<String, ObjectNode> known(String database) {
        Map<String, ObjectNode> tables = databases.get(folded(database));
        if (tables == null) {
            throw GlueError.invalid("EntityNotFoundException", "Database " + database + " not found.");
        }
        return tables;
    }

    private void store(String database, ObjectNode input, @Nullable ObjectNode before) {
        ObjectNode table = input;
        String name = folded(input.path("Name").asText());
        table.put("Name", name).put("DatabaseName", database);
        table.path("StorageDescriptor")
                .path("Columns")
                .forEach(column -> ((ObjectNode) column)
                        .put("Name", folded(column.path("Name").asText())));
        table.put("CreateTime", 1_700_000_000);
        table.put("VersionId", before == null ? "0" : next(before));
        known(database).put(name, table);
    }

    private static String next(ObjectNode before) {
        return String.valueOf(before.path("VersionId").asInt() + 1);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
