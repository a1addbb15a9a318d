package dev.wau.aws.deployment;

import dev.wau.check.Check.State;
import dev.wau.testing.aws.DeploymentFake;
import java.util.function.Consumer;

/**
 * One thing of a deployment that is otherwise, and the one finding that tells it.
 *
 * @param what for people
 * @param cut makes it so
 * @param name of the check ends so
 * @param problem has these words
 * @param fix has these words
 */
record Cut(String what, Consumer<DeploymentFake> cut, State state, String name, String problem, String fix) {

    static Cut wrong(String what, Consumer<DeploymentFake> cut, String name, String problem, String fix) {
        return new Cut(what, cut, State.WRONG, name, problem, fix);
    }

    static Cut note(String what, Consumer<DeploymentFake> cut, String name, String problem, String fix) {
        return new Cut(what, cut, State.NOTE, name, problem, fix);
    }

    @Override
    public String toString() {
        return what;
    }
}
