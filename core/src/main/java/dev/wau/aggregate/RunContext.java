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

    /** Has another run go on with what this one leaves, where something can start it. */
    void startRun() {
        Aggregator.Splitting splitting = setting.splitting();
        if (splitting != null) {
            splitting.starter().startRun();
        }
    }
}
