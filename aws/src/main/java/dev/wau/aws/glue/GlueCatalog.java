package dev.wau.aws.glue;

import dev.wau.aws.access.AwsErrors;
import dev.wau.catalog.CatalogConnection;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.Registration;
import dev.wau.catalog.TableCatalog;
import dev.wau.catalog.TableListing;
import dev.wau.catalog.TableName;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.ConnectionPropertyKey;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * The Glue Data Catalog. A table names its connection by the parameter {@code connectionName}, as crawlers write it; of a
 * connection, the password is never asked for. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_GetTable.html">AWS: GetTable</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_GetConnection.html">AWS: GetConnection</a>
 */
public final class GlueCatalog implements TableCatalog {

    private final GlueClient glue;

    /** With a client, which others may use too. */
    public GlueCatalog(GlueClient glue) {
        this.glue = glue;
    }

    @Override
    public Optional<CatalogTable> find(TableName name) {
        return table(name).map(table -> {
            CatalogTable listed = GlueTables.listed(name, table);
            String connection = listed.parameters().get(GlueTables.CONNECTION);
            return connection == null ? listed : GlueTables.connected(listed, connection(name, connection));
        });
    }

    @Override
    public TableListing list(String database) {
        String kept = database.toLowerCase(Locale.ROOT);
        try {
            return new TableListing(glue.getTablesPaginator(request -> request.databaseName(kept)).stream()
                    .flatMap(page -> page.tableList().stream())
                    .map(table -> GlueTables.listed(new TableName(kept, table.name()), table))
                    .sorted(Comparator.comparing(table -> table.name().table()))
                    .toList());
        } catch (EntityNotFoundException e) {
            return new TableListing(List.of());
        } catch (SdkException e) {
            throw failed("list the tables of database " + database, "glue:GetTables", e);
        }
    }

    @Override
    public Registration register(CatalogTable table) {
        return new GlueRegistration(
                        glue, GlueTables.unconnected(table.named(table.name().lower())))
                .run();
    }

    @Override
    public String removal(TableName name) {
        TableName kept = name.lower();
        return "delete the table (aws glue delete-table --database-name " + kept.database() + " --name " + kept.table()
                + ")";
    }

    private Optional<Table> table(TableName name) {
        TableName kept = name.lower();
        try {
            return Optional.of(glue.getTable(
                            request -> request.databaseName(kept.database()).name(kept.table()))
                    .table());
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw failed("look up table " + name, "glue:GetTable", e);
        }
    }

    private CatalogConnection connection(TableName table, String name) {
        try {
            Connection found = glue.getConnection(request -> request.name(name).hidePassword(true))
                    .connection();
            Map<ConnectionPropertyKey, String> properties = found.connectionProperties();
            return new CatalogConnection(
                    name,
                    properties.getOrDefault(ConnectionPropertyKey.JDBC_CONNECTION_URL, ""),
                    secret(found, properties));
        } catch (EntityNotFoundException e) {
            throw new WauException(
                    ErrorCode.CATALOG_FAILED,
                    "Cannot look up table " + table + ": its connection '" + name + "' isn't there ("
                            + AwsErrors.reason(e) + "). Make it, or let the crawler list the table again",
                    e);
        } catch (SdkException e) {
            throw failed("look up connection '" + name + "' of table " + table, "glue:GetConnection", e);
        }
    }

    /** Among the properties, or where newer connections have it. */
    private static @Nullable String secret(Connection connection, Map<ConnectionPropertyKey, String> properties) {
        String named = properties.get(ConnectionPropertyKey.SECRET_ID);
        if (named != null || connection.authenticationConfiguration() == null) {
            return named;
        }
        return connection.authenticationConfiguration().secretArn();
    }

    static WauException failed(String doing, String right, SdkException e) {
        String advice = AwsErrors.code(e).equals("AccessDeniedException")
                ? "allow " + right + " on the catalog, the database and the table"
                : "try again";
        return new WauException(
                ErrorCode.CATALOG_FAILED, "Cannot " + doing + ": " + AwsErrors.reason(e) + " (" + advice + ")", e);
    }
}
