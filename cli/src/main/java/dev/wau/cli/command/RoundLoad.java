package dev.wau.cli.command;

/** Loads every marker that isn't loaded yet, and tells of it. */
interface RoundLoad {

    /** Does it; returns how many things someone who asked to be strict should look at. */
    long load();
}
