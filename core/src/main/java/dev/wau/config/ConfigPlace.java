package dev.wau.config;

import dev.wau.collect.Connector;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where the {@code wau.yaml} of a program in the cloud is: an object, or a file beside the program. */
public final class ConfigPlace {

    private static final String S3 = "s3://";

    private ConfigPlace() {}

    /**
     * A path is read here and now, since a program's own file can't change. An object is read at each call: a change
     * holds from the next one on. Its bucket isn't asked before.
     *
     * @param environment overrides and secrets
     * @throws WauException INVALID_CONFIGURATION, NOT_FOUND: what {@link ConfigReader} says, here or at a call
     */
    public static Supplier<WauConfig> of(String place, Connector connector, Map<String, String> environment) {
        return of(place, connector, file -> ConfigReader.read(file, environment));
    }

    /** The same for a program that only loads: {@link ConfigReader#readToLoad}. */
    public static Supplier<WauConfig> toLoad(String place, Connector connector, Map<String, String> environment) {
        return of(place, connector, file -> ConfigReader.readToLoad(file, environment));
    }

    private static Supplier<WauConfig> of(String place, Connector connector, Function<Path, WauConfig> reader) {
        if (!place.startsWith(S3)) {
            WauConfig config = reader.apply(Path.of(place));
            // Its client is made now, which takes long, and asks for nothing yet.
            connector.store(config.central());
            return () -> config;
        }
        int slash = place.lastIndexOf('/');
        if (slash < S3.length() || slash == place.length() - 1) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot read wau.yaml at '" + place + "' (s3://BUCKET/KEY, or a path)");
        }
        ObjectStore store = connector.store(StorePlace.of(Location.of(place.substring(0, slash))));
        ObjectKey key = new ObjectKey(place.substring(slash + 1));
        return () -> read(place, store, key, reader);
    }

    private static WauConfig read(String place, ObjectStore store, ObjectKey key, Function<Path, WauConfig> reader) {
        StoredObject object = store.find(key)
                .orElseThrow(() -> new WauException(ErrorCode.NOT_FOUND, "Cannot find wau.yaml at " + place));
        try {
            Path copy = Files.createTempFile("wau-", ".yaml");
            try (InputStream content = store.read(object)) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                return reader.apply(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED, "Cannot read wau.yaml at " + place + ": " + e.getMessage(), e);
        } catch (WauException e) {
            throw new WauException(e.code(), "Cannot use wau.yaml at " + place + ": " + e.getMessage(), e);
        }
    }
}
