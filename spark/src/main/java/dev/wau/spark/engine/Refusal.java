package dev.wau.spark.engine;

import dev.wau.model.FileRefusedException;
import dev.wau.model.RefusalReason;
import java.io.Serializable;

/** A {@link FileRefusedException} without its causes, which may be of classes that don't travel. */
record Refusal(RefusalReason reason, String message) implements Serializable {

    static Refusal of(FileRefusedException refused) {
        return new Refusal(refused.reason(), String.valueOf(refused.getMessage()));
    }

    FileRefusedException exception() {
        return new FileRefusedException(reason, message);
    }
}
