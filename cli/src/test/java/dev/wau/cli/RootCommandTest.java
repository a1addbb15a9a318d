package dev.wau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.cli.TestingWau.Run;
import dev.wau.cli.command.CommandEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootCommandTest {

    private final TestingWau wau;

    RootCommandTest(@TempDir Path folder) {
        wau = new TestingWau(folder);
    }

    @Test
    void helpGoesToStandardOutputWithTheExitCodes() {
        Run run = wau.run("--help");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Exit codes:", "0   done", "2   wrong use", "Commands:", "version");
    }

    @Test
    void noCommandIsWrongUse() {
        Run run = wau.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Commands:");
    }

    @Test
    void everyCommandHasHelpThatEndsWithAnExample() {
        for (CommandEntry command : Commands.all()) {
            Run run = wau.run(command.label(), "--help");
            assertThat(run.exit()).isZero();
            assertThat(run.out()).startsWith(command.summary()).contains("Example", "Options of every command:");
        }
    }

    @Test
    void helpAsACommandIsTheSame() {
        assertThat(wau.run("help", "version").out())
                .isEqualTo(wau.run("version", "--help").out());
        assertThat(wau.run("help").out()).isEqualTo(wau.run("--help").out());
    }

    @Test
    void anUnknownCommandGetsTheNearestOne() {
        Run run = wau.run("versoin");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'versoin'", "did you mean version?", "wau --help");
    }

    @Test
    void anUnknownOptionGetsTheNearestOne() {
        Run run = wau.run("version", "--jsn");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("'--jsn'", "--json", "wau version --help")
                .doesNotContain("\tat ");
    }

    @Test
    void commonOptionsStandBeforeOrAfterTheCommand() {
        assertThat(wau.run("--json", "version").out())
                .startsWith("{\"type\":\"version\"")
                .isEqualTo(wau.run("version", "--json").out());
    }
}
