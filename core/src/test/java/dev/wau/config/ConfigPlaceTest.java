package dev.wau.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.collect.Connector;
import dev.wau.collect.Source;
import dev.wau.collect.SourcePlace;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPlaceTest {

    private static final String YAML = """
            central: s3://central
            customers:
              acme: {source: "s3://acme"}
            """;

    @TempDir
    Path folder = Path.of("");

    private final List<String> opened = new ArrayList<>();

    /** Every bucket is the folder. */
    private final Connector buckets = new Connector() {
        @Override
        public ObjectStore store(StorePlace place) {
            opened.add(place.location().toString());
            return new LocalFolder(folder);
        }

        @Override
        public Source source(SourcePlace place) {
            throw new UnsupportedOperationException(place.toString());
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private Supplier<WauConfig> of(String place) {
        return ConfigPlace.of(place, buckets, Map.of());
    }

    @Test
    void a_path_is_read_at_once_and_its_central_bucket_opened() throws IOException {
        Path file = Files.writeString(folder.resolve("wau.yaml"), YAML);

        Supplier<WauConfig> config = of(file.toString());

        assertThat(opened).containsExactly("s3://central");
        Files.delete(file);
        assertThat(config.get().customers()).hasSize(1);
    }

    @Test
    void a_path_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> of(folder.resolve("wau.yaml").toString()))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void an_object_is_read_at_each_invocation() throws IOException {
        Supplier<WauConfig> config = of("s3://bucket/settings/wau.yaml");
        assertThat(opened).containsExactly("s3://bucket/settings");

        assertThatThrownBy(config::get).hasMessage("Cannot find wau.yaml at s3://bucket/settings/wau.yaml");
        Files.writeString(folder.resolve("wau.yaml"), YAML);
        assertThat(config.get().central().location()).hasToString("s3://central");
        Files.writeString(folder.resolve("wau.yaml"), YAML.replace("s3://central", "s3://another"));
        assertThat(config.get().central().location()).hasToString("s3://another");
    }

    @Test
    void an_object_that_is_wrong_is_named_with_its_lines() throws IOException {
        Files.writeString(folder.resolve("wau.yaml"), YAML.replace("central:", "centrl:"));

        assertThatThrownBy(() -> of("s3://bucket/wau.yaml").get())
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION))
                .hasMessageStartingWith("Cannot use wau.yaml at s3://bucket/wau.yaml: ")
                .hasMessageContaining(".yaml:1: unknown key 'centrl'");
    }

    @Test
    void a_bucket_without_a_key_is_refused() {
        for (String place : List.of("s3://bucket", "s3://bucket/")) {
            assertThatThrownBy(() -> of(place))
                    .isInstanceOf(WauException.class)
                    .hasMessageStartingWith("Cannot read wau.yaml at '" + place + "' (s3://BUCKET/KEY");
        }
    }
}
