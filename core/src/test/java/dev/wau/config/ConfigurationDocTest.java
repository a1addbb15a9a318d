package dev.wau.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConfigurationDocTest {

    private static final Path DOC = Path.of("..", "docs", "configuration.md");
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyPlaceHasATableOfItsKeys(Place place) throws IOException {
        String doc = Files.readString(DOC);
        int start = doc.indexOf("\n## " + place.label() + "\n");
        assertThat(start).as("a section '%s' in %s", place.label(), DOC).isPositive();
        int end = doc.indexOf("\n## ", start + 1);
        Matcher keys = KEY.matcher(doc.substring(start, end < 0 ? doc.length() : end));
        List<String> documented = new ArrayList<>();
        while (keys.find()) {
            documented.add(keys.group(1));
        }

        assertThat(documented).isEqualTo(place.names());
    }

    @Test
    void theExamplesAreValid() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(DOC));
        int count = 0;
        while (examples.find()) {
            Path file = Files.writeString(folder.resolve("wau.yaml"), examples.group(1));
            assertThat(ConfigReader.read(file, Map.of()).customers()).hasSize(1);
            count++;
        }
        assertThat(count).isEqualTo(2);
    }
}
