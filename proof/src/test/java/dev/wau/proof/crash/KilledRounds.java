package dev.wau.proof.crash;

import dev.wau.proof.process.Cli;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Stage;
import dev.wau.proof.process.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;

/** Rounds in one workspace: change the sources, start, kill, perhaps kill the recovery too, recover, compare. */
final class KilledRounds {

    private static final int RECORDS = 4_000;
    private static final int VERIFY_EVERY = 4;

    private static final List<Stage> RUN = List.of(
            Stage.AGGREGATE,
            Stage.AGGREGATE,
            Stage.MARKER,
            Stage.OPEN,
            Stage.LOAD,
            Stage.LEAVE,
            Stage.ENTER,
            Stage.COMMIT,
            Stage.END);
    private static final List<Stage> AGGREGATE = List.of(Stage.AGGREGATE, Stage.AGGREGATE, Stage.MARKER);
    private static final List<Stage> LOAD =
            List.of(Stage.OPEN, Stage.LOAD, Stage.LEAVE, Stage.ENTER, Stage.COMMIT, Stage.END);
    private static final List<Stage> BY_HAND = List.of(Stage.LEAVE, Stage.LEAVE, Stage.COMMIT, Stage.END);

    private final Random random;
    private final Killer killer;
    private final Workspace workspace;
    private final Cli cli;
    private int rounds;
    private int markers;

    KilledRounds(Path folder, CliWarehouse kind, Random random, Killer killer) {
        this.random = random;
        this.killer = killer;
        this.workspace = new Workspace(folder, kind, random, RECORDS);
        this.cli = workspace.cli();
        // The first run makes everything: the folders, the warehouse, its tables.
        killAndRecover(List.of(Stage.AGGREGATE, Stage.OPEN, Stage.OPEN, Stage.LOAD), "run", "run");
        check();
        markers = workspace.markers().look();
    }

    /** Goes on until so many processes were killed in all, or so many rounds are over. */
    void until(int kills, int mostRounds) {
        try (workspace) {
            while (killer.count() < kills && rounds < mostRounds) {
                round();
                check();
            }
            workspace.requireVerified();
        }
    }

    private void round() {
        rounds++;
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> changed("run", RUN);
            case 3 -> changed("aggregate", AGGREGATE);
            case 4, 5 -> {
                workspace.exports().change();
                markers++;
                recover("aggregate");
                killAndRecover(LOAD, "run", "load");
            }
            case 6 -> byHand("unload");
            default -> byHand("reload");
        }
    }

    private void changed(String command, List<Stage> aims) {
        workspace.exports().change();
        markers++;
        killAndRecover(aims, "run", command);
    }

    private void byHand(String command) {
        List<String> names = workspace.exports().names();
        String name = names.get(random.nextInt(names.size()));
        if (command.equals("unload") == workspace.isUnloaded(name)) {
            return;
        }
        boolean killed = killer.kill(cli, BY_HAND, command, name);
        if (killed) {
            // The kill may have come after the commit: then there is nothing left to do.
            cli.run(command, name).requireDone();
        }
        if (command.equals("unload")) {
            workspace.unloaded(name);
        } else {
            workspace.reloaded(name);
        }
    }

    private void killAndRecover(List<Stage> aims, String recovery, String command) {
        Map<String, Integer> before = workspace.objects();
        boolean killed = killer.kill(cli, aims, command);
        workspace.markers().look();
        Map<String, Integer> appeared = workspace.objects();
        appeared.entrySet().removeAll(before.entrySet());
        while (killed && random.nextInt(5) < 2) {
            killed = killer.kill(cli, RUN, recovery);
            workspace.markers().look();
        }
        recover(recovery);
        // An object that stood there when the process died was whole: nobody had to write it again.
        Assertions.assertThat(workspace.objects()).containsAllEntriesOf(appeared);
    }

    private void recover(String command) {
        long started = System.nanoTime();
        cli.run(command).requireDone();
        killer.learn(command, System.nanoTime() - started);
    }

    private void check() {
        if (rounds > 0) {
            Assertions.assertThat(workspace.markers().look()).as("markers").isEqualTo(markers);
        }
        workspace.requireNothingLeftBehind();
        workspace.requireConvergence();
        if (rounds % VERIFY_EVERY == 0) {
            workspace.requireVerified();
        }
    }
}
