package dev.wau.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalSettingsTest {

    @AfterEach
    void forget() {
        System.clearProperty("wau.stdout");
        System.clearProperty("wau.columns");
    }

    @Test
    void aPipeHasNoColourAndNoWidth() {
        assertThat(TerminalSettings.system(Map.of())).isEqualTo(TerminalSettings.PIPE);
    }

    @Test
    void columnsDecideEvenInAPipe() {
        assertThat(TerminalSettings.system(Map.of("COLUMNS", "120")).width()).isEqualTo(120);
    }

    @Test
    void aTerminalHasColourUnlessToldOtherwise() {
        assertThat(onTerminal().colour()).isTrue();
        assertThat(onTerminal("NO_COLOR", "1").colour()).isFalse();
        assertThat(onTerminal("NO_COLOR", "").colour()).isTrue();
        assertThat(onTerminal("TERM", "dumb").colour()).isFalse();
    }

    @Test
    void aTerminalOfAnotherCharacterSetGetsAscii() {
        assertThat(onTerminal().unicode()).isTrue();
        assertThat(onTerminal("LANG", "en_US.UTF-8").unicode()).isTrue();
        assertThat(onTerminal("LANG", "tr_TR.utf8").unicode()).isTrue();
        assertThat(onTerminal("LANG", "en_US.ISO-8859-1").unicode()).isFalse();
        assertThat(onTerminal("LANG", "en_US.UTF-8", "LC_ALL", "C").unicode()).isFalse();
    }

    @Test
    void widthIsWhatTheLauncherSaysElseEighty() {
        assertThat(onTerminal().width()).isEqualTo(80);
        System.setProperty("wau.columns", "132");
        assertThat(onTerminal().width()).isEqualTo(132);
        assertThat(onTerminal("COLUMNS", "100").width()).isEqualTo(100);
        System.setProperty("wau.columns", "nonsense");
        assertThat(onTerminal().width()).isEqualTo(80);
    }

    private static TerminalSettings onTerminal(String... variables) {
        System.setProperty("wau.stdout", "tty");
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return TerminalSettings.system(environment);
    }
}
