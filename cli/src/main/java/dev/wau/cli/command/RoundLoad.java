package dev.wau.cli.command;

import dev.wau.aggregate.AggregateResult;

/** Loads every marker that isn't loaded yet, and tells of it. */
interface RoundLoad {

    /**
     * Does it; returns how many things someone who asked to be strict should look at.
     *
     * @param before what was aggregated in this round, and told: it isn't told again
     */
    long load(AggregateResult before);
}
