package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wau.catalog.CatalogColumn;
import dev.wau.catalog.CatalogTable;
import java.util.List;

/** A {@code TableInput} in Glue's JSON, and what Glue refuses in one. */
final class GlueFakeTableInput {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_COMMENT = 255;
    private static final int LONGEST_DESCRIPTION = 2_048;

    private GlueFakeTableInput() {}

    static ObjectNode of(CatalogTable table) {
        ObjectNode input = JSON.createObjectNode().put("Name", table.name().table());
        if (!table.description().isEmpty()) {
            input.put("Description", table.description());
        }
        ObjectNode storage = input.putObject("StorageDescriptor").put("Location", table.location());
        columns(storage.putArray("Columns"), table.columns());
        if (table.format() != null) {
            storage.put("InputFormat", table.format().input());
            storage.put("OutputFormat", table.format().output());
            ObjectNode serde = storage.putObject("SerdeInfo")
                    .put("SerializationLibrary", table.format().reader());
            ObjectNode settings = serde.putObject("Parameters");
            table.format().settings().forEach(settings::put);
        }
        columns(input.putArray("PartitionKeys"), table.partitions());
        ObjectNode parameters = input.putObject("Parameters");
        table.parameters().forEach(parameters::put);
        return input;
    }

    private static void columns(ArrayNode array, List<CatalogColumn> columns) {
        for (CatalogColumn column : columns) {
            ObjectNode json = array.addObject().put("Name", column.name()).put("Type", column.type());
            if (!column.comment().isEmpty()) {
                json.put("Comment", column.comment());
            }
        }
    }

    /**
     * The limits of Glue's API.
     *
     * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_Column.html">AWS: Column</a>
     * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html">AWS: TableInput</a>
     */
    static void check(JsonNode input) {
        require(
                input.path("Description").asText().length() <= LONGEST_DESCRIPTION,
                "Member must have length less than or equal to " + LONGEST_DESCRIPTION + ": description");
        requireName("name", input.path("Name").asText());
        for (JsonNode column : input.path("StorageDescriptor").path("Columns")) {
            requireName("column", column.path("Name").asText());
            require(
                    column.path("Comment").asText().length() <= LONGEST_COMMENT,
                    "Member must have length less than or equal to " + LONGEST_COMMENT + ": comment");
        }
        input.path("Parameters").properties().forEach(parameter -> requireName("parameter", parameter.getKey()));
    }

    private static void requireName(String what, String name) {
        require(
                !name.isEmpty() && name.length() <= 255 && name.codePoints().noneMatch(Character::isISOControl),
                "Member must satisfy regular expression pattern: " + what);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw GlueError.invalid("InvalidInputException", rule);
        }
    }
}
