package dev.wau.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Whoever read the output has gone: {@code wau query ... | head}. There is nobody left to tell. */
public final class OutputClosedException extends UncheckedIOException {

    OutputClosedException(IOException cause) {
        super("The output was closed by its reader", cause);
    }
}
