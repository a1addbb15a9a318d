package dev.wau.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedshiftUrlTest {

    @Test
    void itIsDividedAsTheDriverDividesIt() {
        RedshiftUrl url = RedshiftUrl.of("jdbc:redshift:iam://wg.example:5439/audit?Region=eu-west-1&ssl=false")
                .orElseThrow();

        assertThat(url.byIam()).isTrue();
        assertThat(url.host()).isEqualTo("wg.example");
        assertThat(url.database()).isEqualTo("audit");
        assertThat(url.option("region")).contains("eu-west-1");
        assertThat(url.option("serverlessWorkGroup")).isEmpty();
        assertThat(url.plain()).isEqualTo("jdbc:redshift://wg.example:5439/audit?Region=eu-west-1&ssl=false");
        assertThat(url).hasToString("jdbc:redshift:iam://wg.example:5439/audit");
    }

    @Test
    void aPortIsNotNeededAndOptionsMayFollowASemicolon() {
        RedshiftUrl url = RedshiftUrl.of("jdbc:redshift://h/d;ssl=false;a=b").orElseThrow();

        assertThat(url.host()).isEqualTo("h");
        assertThat(url.option("a")).contains("b");
        assertThat(url.withIam()).isEqualTo("jdbc:redshift:iam://h/d;ssl=false;a=b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:redshift:d", "jdbc:redshift://h", "jdbc:redshift://h/", "jdbc:redshift:x://h/d", ""})
    void anotherFormIsNone(String url) {
        assertThat(RedshiftUrl.of(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:redshift://u:p@h/d",
                "jdbc:redshift://h/d?a=b&Password=p",
                "jdbc:redshift://h/d;PWD=p",
                "jdbc:redshift:iam://h/d?secretaccesskey=p",
                "jdbc:redshift:d?password=p"
            })
    void aSecretIsFoundWhereverItStands(String url) {
        assertThat(RedshiftUrl.holdsSecret(url)).isTrue();
    }

    @Test
    void whatOnlyLooksLikeASecretIsNone() {
        assertThat(RedshiftUrl.holdsSecret("jdbc:redshift://h/d?user=password&PasswordHint=a@b"))
                .isFalse();
    }
}
