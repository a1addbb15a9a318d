package dev.wau.catalog;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The embedded catalog: one JSON object for each table, {@code catalog/DATABASE.TABLE.json} of the central bucket
 * (docs/formats.md). A write of the store is whole or not at all, and so is a registration. Thread-safe.
 *
 * <p>What the bucket itself refuses is told in the store's words, STORE_FAILED.
 */
public final class StoredCatalog implements TableCatalog {

    /** The database that the tables of one bucket are listed in. */
    public static final String DATABASE = "wau";

    private static final String FOLDER = "catalog/";
    private static final String END = ".json";
    private static final Pattern TABLE = Pattern.compile("catalog/[^./]+[.][^./]+[.]json");
    private static final int LARGEST = 16 << 20;

    private final ObjectStore central;

    public StoredCatalog(ObjectStore central) {
        this.central = central;
    }

    @Override
    public Optional<CatalogTable> find(TableName name) {
        return central.find(key(name)).map(object -> read(object).named(name));
    }

    @Override
    public List<CatalogTable> list(String database) {
        String prefix = FOLDER + database.toLowerCase(Locale.ROOT) + ".";
        List<StoredObject> tables;
        try (Stream<StoredObject> objects = central.list(prefix)) {
            tables = objects.filter(object -> TABLE.matcher(object.key().path()).matches())
                    .toList();
        }
        return tables.stream()
                .map(object -> read(object).unconnected())
                .sorted(Comparator.comparing(table -> table.name().table()))
                .toList();
    }

    @Override
    public Registration register(CatalogTable table) {
        CatalogTable asked = table.named(table.name().lower());
        Optional<CatalogTable> before = find(asked.name());
        CatalogTable after = before.map(asked::over).orElse(asked);
        if (before.isPresent() && before.get().equals(after)) {
            return Registration.SAME;
        }
        ObjectKey key = key(asked.name());
        try (ObjectStore.Write write = central.write(key)) {
            write.write(CatalogTableJson.write(after));
            write.commit();
        } catch (IOException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot write " + key + " of the catalog in " + central.location() + ": " + e.getMessage(),
                    e);
        }
        return before.isPresent() ? Registration.CHANGED : Registration.CREATED;
    }

    private CatalogTable read(StoredObject object) {
        try (InputStream in = central.read(object)) {
            byte[] content = in.readNBytes(LARGEST);
            return CatalogTableJson.read(content);
        } catch (IOException | RuntimeException e) {
            if (e instanceof WauException known && known.code() != ErrorCode.INVALID_ARGUMENT) {
                throw known;
            }
            throw new WauException(
                    ErrorCode.CATALOG_FAILED,
                    "Cannot read " + object.key() + " of the catalog in " + central.location() + ": " + e.getMessage()
                            + " (docs/formats.md has its form; remove it, and 'wau crawl' writes it anew)",
                    e);
        }
    }

    private static ObjectKey key(TableName name) {
        return new ObjectKey(FOLDER + name.lower() + END);
    }
}
