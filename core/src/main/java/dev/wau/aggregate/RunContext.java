package dev.wau.aggregate;

/** What the steps of one run share. Thread-safe. */
record RunContext(Aggregator.Setting setting, StateFiles state, RunTime time, RunTally tally) {

    /** The run begins now. */
    static RunContext of(Aggregator.Setting setting) {
        return new RunContext(
                setting,
                new StateFiles(setting.central()),
                new RunTime(setting.budget()),
                new RunTally(setting.clock()));
    }
}
