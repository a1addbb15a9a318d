package dev.wau.proof.process;

import java.util.Arrays;
import java.util.Optional;

/** The stages of a run, each told by a class that the product first needs in it. */
public enum Stage {
    START("WauMain"),
    AGGREGATE("FileCopier"),
    MARKER("MarkerJson"),
    OPEN("Warehouses"),
    LOAD("Staging"),
    LEAVE("Departure"),
    ENTER("Merge"),
    COMMIT("CommitOutcome"),
    END("LoadReport");

    private final String className;

    Stage(String className) {
        this.className = className;
    }

    /** The stage that begins when this class of the product is loaded. */
    static Optional<Stage> of(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(stage -> stage.className.equals(simple))
                .findFirst();
    }
}
