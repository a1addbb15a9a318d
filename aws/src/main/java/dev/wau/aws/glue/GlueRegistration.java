package dev.wau.aws.glue;

import dev.wau.aws.access.AwsErrors;
import dev.wau.catalog.CatalogTable;
import dev.wau.catalog.Registration;
import dev.wau.catalog.TableName;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * Lists one table, once: looks, then creates or updates it. Where somebody else did something meanwhile, which Glue says by
 * its error's code, it looks again. A reply that was lost is found out in the same way: the client asks again by itself, and
 * the table is there. For one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_CreateTable.html">AWS: CreateTable</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateTable.html">AWS: UpdateTable</a>
 */
final class GlueRegistration {

    private static final int TRIES = 6;
    private static final long FIRST_PAUSE_NANOS = 100_000_000;

    private final GlueClient glue;
    private final CatalogTable asked;
    private final TableName name;
    private @Nullable Registration tried;

    /** @param asked with a name in small letters, and its connection as a parameter */
    GlueRegistration(GlueClient glue, CatalogTable asked) {
        this.glue = glue;
        this.asked = asked;
        this.name = asked.name();
    }

    Registration run() {
        for (int attempt = 1; ; attempt++) {
            try {
                return once();
            } catch (AlreadyExistsException | ConcurrentModificationException | EntityNotFoundException e) {
                if (attempt == TRIES) {
                    throw new WauException(
                            ErrorCode.CATALOG_FAILED,
                            "Cannot register table " + name + ": others change it at the same time, in " + TRIES
                                    + " tries (is a crawler running? try again when it is done)",
                            e);
                }
                LockSupport.parkNanos(FIRST_PAUSE_NANOS << attempt);
            }
        }
    }

    private Registration once() {
        Table before = find();
        if (before == null) {
            create();
            return Registration.CREATED;
        }
        CatalogTable listed = GlueTables.listed(name, before);
        CatalogTable after = asked.over(listed);
        if (listed.equals(after)) {
            return tried == null ? Registration.SAME : tried;
        }
        update(after, before);
        return Registration.CHANGED;
    }

    private @Nullable Table find() {
        try {
            return glue.getTable(
                            request -> request.databaseName(name.database()).name(name.table()))
                    .table();
        } catch (EntityNotFoundException e) {
            return null;
        } catch (SdkException e) {
            throw GlueCatalog.failed("look up table " + name, "glue:GetTable", e);
        }
    }

    private void create() {
        tried = Registration.CREATED;
        try {
            glue.createTable(request -> request.databaseName(name.database()).tableInput(GlueTables.input(asked)));
        } catch (EntityNotFoundException e) {
            createDatabase();
            throw e;
        } catch (AlreadyExistsException | ConcurrentModificationException e) {
            throw e;
        } catch (SdkException e) {
            throw refused("create table " + name, "glue:CreateTable", e);
        }
    }

    private void createDatabase() {
        try {
            glue.createDatabase(request -> request.databaseInput(
                    database -> database.name(name.database()).description("Made by wau crawl")));
        } catch (AlreadyExistsException e) {
            // Another was faster; its database is as good.
            return;
        } catch (SdkException e) {
            throw refused("create database " + name.database(), "glue:CreateDatabase", e);
        }
    }

    private void update(CatalogTable after, Table before) {
        tried = Registration.CHANGED;
        try {
            glue.updateTable(
                    request -> request.databaseName(name.database()).tableInput(GlueTables.input(after, before)));
        } catch (EntityNotFoundException | ConcurrentModificationException e) {
            throw e;
        } catch (SdkException e) {
            throw refused("update table " + name, "glue:UpdateTable", e);
        }
    }

    private static WauException refused(String doing, String right, SdkException e) {
        if (e instanceof InvalidInputException) {
            return new WauException(
                    ErrorCode.CATALOG_FAILED,
                    "Cannot " + doing + ": " + AwsErrors.reason(e)
                            + " (a table of a crawler's may be in the way: delete it, then 'wau crawl')",
                    e);
        }
        return GlueCatalog.failed(doing, right, e);
    }
}
