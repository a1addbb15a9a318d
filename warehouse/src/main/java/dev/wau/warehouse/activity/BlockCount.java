package dev.wau.warehouse.activity;

/** What is counted of one block of one customer's users. Takes its parts in any order. Used by one thread at a time. */
interface BlockCount {

    /** The customer's name. */
    String customer();

    /** Adds a part; its bytes aren't needed any more after that. */
    void take(RolledUpPart part);
}
