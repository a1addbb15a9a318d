package dev.wau.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JobLogTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JobLog log = new JobLog(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void whatIsReadWithinTenSecondsIsToldOnceAllOfItIs() {
        try (Progress.Stage stage = log.start("load", 300, 2)) {
            stage.advance(100, 0);
            stage.advance(100, 1);
            assertThat(said()).isEmpty();
            stage.advance(100, 1);
        }
        assertThat(said())
                .matches("\\{\"message\":\"load\",\"bytes\":300,\"of\":300,\"files\":2,\"ofFiles\":2,"
                        + "\"seconds\":[0-9.E-]+}\\n");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
