package dev.wau.spark.engine;

import dev.wau.csv.Limits;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RowIdentity;
import dev.wau.load.FileToLoad;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.Serializable;
import java.util.List;

/**
 * How tasks read files: as the central bucket's files are read, all of a run alike.
 *
 * @param identity what makes two records equal
 * @param limits bounds
 */
record TaskRules(RowIdentity identity, Limits limits) implements Serializable {

    /** Those of these files, of which there is one at least. */
    static TaskRules of(List<FileToLoad> files) {
        ReadRules first = files.get(0).rules();
        TaskRules rules = new TaskRules(first.identity(), first.limits());
        for (FileToLoad file : files) {
            if (!file.rules().equals(rules.of(file.version().customer()))) {
                throw new WauException(
                        ErrorCode.INTERNAL,
                        "Cannot read " + file.version().key() + " on a cluster: it has rules of its own (the central"
                                + " bucket's are the same for all files)");
            }
        }
        return rules;
    }

    ReadRules of(Customer customer) {
        return ReadRules.central(customer, identity, limits);
    }
}
