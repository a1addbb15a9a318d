package dev.wau.trigger;

import dev.wau.model.ObjectKey;

/**
 * Starts a load run for a marker: in this process, or as a Glue job run. Starting one for a batch that is already
 * loaded is allowed and loads nothing.
 *
 * @param <R> what a run reports
 */
public interface LoadEngine<R> {

    /**
     * Runs the load and waits for its end.
     *
     * @param marker the completion marker's key in the central bucket
     */
    R run(ObjectKey marker);
}
