package dev.wau.csv.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.time.TimeFormats.Ambiguous;
import dev.wau.csv.time.TimeFormats.Excess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every example of docs/times.md is true. */
final class TimesDocTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^`|]+) \\| `([^`]+)` \\| (.+) \\|$");

    @Test
    void theExamplesAreTrue() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "times.md")))
                .results()
                .toList();

        assertThat(examples).hasSize(24).allSatisfy(TimesDocTest::check);
    }

    private static void check(MatchResult example) {
        TimeFormat format =
                TimeFormats.of(example.group(1), ZoneId.of(example.group(2)), Ambiguous.EARLIER, Excess.REJECT);
        String text = example.group(3);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long micros = format.parse(bytes, 0, bytes.length);
        if (micros == TimeFormat.BAD) {
            assertThat(format.explain(text)).contains(example.group(4));
        } else {
            assertThat(Instant.EPOCH.plus(micros, ChronoUnit.MICROS)).isEqualTo(Instant.parse(example.group(4)));
        }
    }
}
