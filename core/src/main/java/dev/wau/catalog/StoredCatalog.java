package dev.wau.catalog;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private static final Pattern TABLE = Pattern.compile("catalog/([^./:\\s]+[.][^./:\\s]+)[.]json");
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
    public TableListing list(String database) {
        String prefix = FOLDER + database.toLowerCase(Locale.ROOT) + ".";
        SortedMap<String, StoredObject> entries = new TreeMap<>();
        try (Stream<StoredObject> objects = central.list(prefix)) {
            objects.forEach(object -> {
                Matcher name = TABLE.matcher(object.key().path());
                if (name.matches()) {
                    entries.put(name.group(1), object);
                }
            });
        }
        if (entries.isEmpty()) {
            requireFolder();
        }
        List<CatalogTable> tables = new ArrayList<>();
        List<UnreadTable> unread = new ArrayList<>();
        entries.forEach((name, object) -> {
            try {
                tables.add(parsed(object).named(TableName.of(name)).unconnected());
            } catch (UnreadTableException e) {
                unread.add(
                        new UnreadTable(TableName.of(name), object.key(), String.valueOf(e.getMessage()), e.remedy()));
            }
        });
        return new TableListing(tables, unread);
    }

    /** In a folder, a file in the catalog's place would look like no table at all. In S3 it would be in nobody's way. */
    private void requireFolder() {
        if (central.location().getScheme().equals("file")
                && central.find(new ObjectKey("catalog")).isPresent()) {
            throw new WauException(
                    ErrorCode.CATALOG_FAILED,
                    "Cannot list the catalog in " + central.location() + ": 'catalog' there is a file, and should be a"
                            + " folder. Rename it");
        }
    }

    @Override
    public String removal(TableName name) {
        return "remove " + key(name) + " from the central bucket";
    }

    @Override
    public Registration register(CatalogTable table) {
        CatalogTable asked = table.named(table.name().lower());
        Optional<StoredObject> there = central.find(key(asked.name()));
        Optional<CatalogTable> before = there.flatMap(this::undamaged).map(found -> found.named(asked.name()));
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
        return there.isPresent() ? Registration.CHANGED : Registration.CREATED;
    }

    @Override
    public Registration registering(CatalogTable table) {
        Optional<StoredObject> there = central.find(key(table.name()));
        Optional<CatalogTable> before = there.flatMap(this::undamaged).map(found -> found.named(table.name()));
        boolean damaged = there.isPresent() && before.isEmpty();
        return damaged ? Registration.CHANGED : Registration.of(table, before.orElse(null));
    }

    /** What is damaged is written anew, and nothing of it is kept. What a newer wau wrote isn't. */
    private Optional<CatalogTable> undamaged(StoredObject object) {
        try {
            return Optional.of(parsed(object));
        } catch (DamagedTableException e) {
            return Optional.empty();
        } catch (UnreadTableException e) {
            throw unreadable(object, e);
        }
    }

    private CatalogTable read(StoredObject object) {
        try {
            return parsed(object);
        } catch (UnreadTableException e) {
            throw unreadable(object, e);
        }
    }

    private CatalogTable parsed(StoredObject object) throws UnreadTableException {
        return CatalogTableJson.read(content(object));
    }

    private byte[] content(StoredObject object) throws UnreadTableException {
        try (InputStream in = central.read(object)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new DamagedTableException("it is larger than 16 MiB, which no table of the catalog is");
            }
            return content;
        } catch (UnreadTableException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(object, ErrorCode.STORE_FAILED, e.getMessage(), e);
        }
    }

    private WauException unreadable(StoredObject object, UnreadTableException e) {
        return unreadable(object, ErrorCode.CATALOG_FAILED, e.getMessage() + "; " + e.remedy(), e);
    }

    private WauException unreadable(StoredObject object, ErrorCode code, @Nullable String why, Exception cause) {
        return new WauException(
                code, "Cannot read " + object.key() + " of the catalog in " + central.location() + ": " + why, cause);
    }

    private static ObjectKey key(TableName name) {
        return new ObjectKey(FOLDER + name.lower() + END);
    }
}
