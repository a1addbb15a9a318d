package dev.wau.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever stands in {@code wau.yaml}: a configuration or a typed error with a line, nothing else. */
final class ConfigPropertyTest {

    private static final String UNCOMMENTED = ConfigTemplate.text().replaceAll("(?m)^( *)# ([a-z_-]+: .*)$", "$1$2");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                "", "\n", " ", "  ", ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!!int ", "|\n",
                ",", "\t", "\u0000", "\uFEFF", "é", "~", "<<: ", "---\n", "?", "0", "x", "%");
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void anEditedTemplateIsReadOrRefusedWithItsLine(
            @ForAll @IntRange(max = 100_000) int place,
            @ForAll("texts") String text,
            @ForAll @IntRange(max = 100_000) int otherPlace,
            @ForAll("texts") String otherText)
            throws IOException {
        assertReadOrRefused(edited(edited(UNCOMMENTED, place, text), otherPlace, otherText));
    }

    @Property(tries = 200)
    void anyTextIsReadOrRefused(@ForAll @Size(max = 60) List<@net.jqwik.api.From("pieces") String> pieces)
            throws IOException {
        assertReadOrRefused(String.join("", pieces));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "customers",
                "acme",
                "source",
                ": ",
                "\n",
                "\n  ",
                "\n    ",
                "[",
                "]",
                "{",
                "}",
                ", ",
                "a",
                "&a ",
                "*a",
                "- ",
                "dialect",
                "time",
                "format",
                "'",
                "\"",
                "#",
                "columns",
                "timestamp",
                "?");
    }

    private static void assertReadOrRefused(String text) throws IOException {
        Path file = Files.createTempFile("wau", ".yaml");
        try {
            Files.writeString(file, text);
            ConfigReader.read(file, Map.of());
        } catch (WauException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONFIGURATION);
            assertThat(e).hasMessageMatching("(?s)\\Q" + file + "\\E:\\d+: .+");
        } finally {
            Files.delete(file);
        }
    }

    private static String edited(String text, int place, String inserted) {
        int at = place % text.length();
        return text.substring(0, at) + inserted + text.substring(Math.min(text.length(), at + place % 3));
    }
}
