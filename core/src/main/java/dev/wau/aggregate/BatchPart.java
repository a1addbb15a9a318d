package dev.wau.aggregate;

import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;

/**
 * Some of a batch's customers, which one run can do in its time.
 *
 * @param batch that is in progress
 * @param number from 1
 */
public record BatchPart(BatchId batch, int number) {

    public BatchPart {
        if (number < 1) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT, "Invalid part: " + number + " (a batch's parts are counted from 1)");
        }
    }
}
