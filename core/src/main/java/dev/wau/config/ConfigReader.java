package dev.wau.config;

import java.nio.file.Path;
import java.util.Map;

/** Reads {@code wau.yaml}. */
public final class ConfigReader {

    private ConfigReader() {}

    /**
     * Reads and checks the file.
     *
     * @param environment overrides ({@code WAU_WAREHOUSE}, {@code WAU_CENTRAL}) and secrets
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION with {@code file:line: what is wrong (what is allowed)};
     *     NOT_FOUND when there is no such file
     */
    public static WauConfig read(Path file, Map<String, String> environment) {
        throw new IllegalStateException();
    }
}
