package dev.wau.csv;

import dev.wau.model.Reject;

/** Takes the records that could not be read, in the file's order. Called on the reader's thread. */
@FunctionalInterface
public interface RejectSink {
    void accept(Reject reject);
}
