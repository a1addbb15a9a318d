package dev.wau.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void countsHaveSeparatorsWhateverTheLocale() {
        assertThat(Numbers.count(1_204_377)).isEqualTo("1,204,377");
        assertThat(Numbers.count(1, "file")).isEqualTo("1 file");
        assertThat(Numbers.count(0, "batch")).isEqualTo("0 batches");
        assertThat(Numbers.count(2, "copy")).isEqualTo("2 copies");
        assertThat(Numbers.count(2, "day")).isEqualTo("2 days");
    }

    @Test
    void bytesHaveAboutThreeDigits() {
        assertThat(Numbers.bytes(0)).isEqualTo("0 B");
        assertThat(Numbers.bytes(999)).isEqualTo("999 B");
        assertThat(Numbers.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Numbers.bytes(9_960)).isEqualTo("10 kB");
        assertThat(Numbers.bytes(999_600)).isEqualTo("1.0 MB");
        assertThat(Numbers.bytes(184_000_000)).isEqualTo("184 MB");
        assertThat(Numbers.bytes(Long.MAX_VALUE)).isEqualTo("9223 PB");
    }

    @Test
    void changesAreSigned() {
        assertThat(Numbers.change(1291, 1342)).isEqualTo("+4.0 %");
        assertThat(Numbers.change(10, 5)).isEqualTo("-50.0 %");
        assertThat(Numbers.change(0, 5)).isEmpty();
    }

    @Test
    void durationsGetCoarserAsTheyGrow() {
        assertThat(Numbers.duration(Duration.ofMillis(930))).isEqualTo("0.9 s");
        assertThat(Numbers.duration(Duration.ofSeconds(41))).isEqualTo("41 s");
        assertThat(Numbers.duration(Duration.ofMillis(200_400))).isEqualTo("3 min 20 s");
        assertThat(Numbers.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}
