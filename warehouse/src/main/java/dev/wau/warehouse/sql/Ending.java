package dev.wau.warehouse.sql;

import dev.wau.load.CommitOutcome;
import dev.wau.model.RunId;

/** What a warehouse knows of a transaction's end. The transaction's connection is closed before it is asked. */
public interface Ending {

    /** The warehouse answered the commit with success. */
    CommitOutcome answered(RunId run);

    /** The commit failed, or its reply was lost: what became of the run? {@code UNKNOWN} if that can't be told now. */
    CommitOutcome unanswered(RunId run);

    /** Called once, when the transaction is over: the next one may begin. */
    void over();
}
