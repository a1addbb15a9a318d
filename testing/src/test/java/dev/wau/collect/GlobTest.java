package dev.wau.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class GlobTest {

    @Property(tries = 3_000)
    void matchesWhatTheFileSystemsMatcherMatches(@ForAll("globs") String glob, @ForAll("names") List<String> names) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        Pattern pattern = Glob.toPattern(glob);

        for (String name : names) {
            assertThat(pattern.matcher(name).matches())
                    .as("'%s' matches '%s'", glob, name)
                    .isEqualTo(matcher.matches(Path.of(name)));
        }
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.of(
                        "*", "**", "?", "[a-b]", "[!a]", "[-b]", "[a-]", "[*?\\]", "[^&&.]", "{a,b}", "{,.*}",
                        "{a/,b*}", "a", "b", ".", "/a", "-", "&", "^", "$", "(", "|", ",", "}", "]", "+", "\\*", "\\a")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<String>> names() {
        Arbitrary<String> name = Arbitraries.of(
                        "a", "b", "/a", ".", "-", "&", "^", "$", "(", "|", ",", "}", "]", "+", "*", "\\", "ü")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(pieces -> String.join("", pieces));
        return name.list().ofMinSize(20).ofMaxSize(20);
    }

    @Test
    void aLineEndIsACharacterOfANameLikeAnyOther() {
        assertThat(Glob.toPattern("**.csv").matcher("a\nb/c\u2028.csv").matches())
                .isTrue();
    }

    @Test
    void whatIsNoGlobSaysWhy() {
        assertInvalid("[a", "missing ']'");
        assertInvalid("[]", "nothing between");
        assertInvalid("[!]a", "nothing between");
        assertInvalid("[a/b]", "a '/' between");
        assertInvalid("[b-a]", "b-a runs backwards");
        assertInvalid("{a,{b}}", "can't be nested");
        assertInvalid("{a,b", "missing '}'");
        assertInvalid("a\\", "nothing to escape");
    }

    private static void assertInvalid(String glob, String why) {
        assertThatThrownBy(() -> Glob.toPattern(glob))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining(why);
    }
}
