package dev.wau.proof.fault;

import java.io.IOException;
import java.util.List;

/** The system's own commands, where they are there and allowed. */
final class Commands {

    private Commands() {}

    static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no such command.
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void require(String... command) {
        if (!succeeds(command)) {
            throw new IllegalStateException("Failed: " + List.of(command));
        }
    }
}
