package dev.wau.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;

class CdkFailureTest {

    @Test
    void whatCdkRefusesIsToldInItsWords() {
        JsiiFolders.start();
        RuntimeException cdks = catchThrowableOfType(RuntimeException.class, () -> Duration.days(-1));
        RuntimeException told = CdkFailure.told(cdks);
        assertThat(told)
                .isInstanceOf(WauException.class)
                .hasCause(cdks)
                .hasMessageContaining("Cannot write the templates, says CDK: ")
                .hasMessageContaining("Duration amounts cannot be negative")
                .hasMessageContaining("--debug");
        assertThat(told.getMessage()).doesNotContain("    at ", "RuntimeException");
        assertThat(((WauException) told).code()).isEqualTo(ErrorCode.ENGINE_FAILED);
    }

    @Test
    void whereRoomIsMissingCanBeAnyOfThree() {
        RuntimeException full = new RuntimeException("ENOSPC: no space left on device, write");
        full.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("software.amazon.jsii.JsiiRuntime", "processErrorResponse", null, 1)
        });
        assertThat(CdkFailure.told(full).getMessage()).contains("synth -o FOLDER", "TMPDIR=FOLDER", ".cache at home");
    }

    @Test
    void whatIsOursStaysADefect() {
        RuntimeException ours = new IllegalStateException("ours");
        assertThat(CdkFailure.told(ours)).isSameAs(ours);
        RuntimeException known = new WauException(ErrorCode.NOT_FOUND, "known");
        assertThat(CdkFailure.told(known)).isSameAs(known);
    }
}
