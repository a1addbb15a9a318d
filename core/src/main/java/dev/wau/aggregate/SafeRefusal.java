package dev.wau.aggregate;

import dev.wau.complete.MarkerFile;
import dev.wau.model.FileRefusedException;

/** What the central bucket, consoles and logs may say of a refused file. */
final class SafeRefusal {

    private SafeRefusal() {}

    static MarkerFile.Refusal of(FileRefusedException refused) {
        return new MarkerFile.Refusal(refused.reason().code(), refused.messageWithoutHeader());
    }
}
