package dev.wau.aggregate;

import dev.wau.config.CustomerConfig;
import dev.wau.config.WauConfig;
import dev.wau.csv.PersonalData;
import dev.wau.model.Digests;
import dev.wau.model.Sha256;
import java.util.TreeSet;

/**
 * One short text for all that decides what is made of a customer's files. Where it differs from the ledger's, the files
 * are read again: a corrected column name or another personal-data column takes effect on files already copied.
 */
final class RulesDigest {

    // Raised when this code makes something else of the same file.
    private static final int EDITION = 1;

    private RulesDigest() {}

    static String of(WauConfig config, CustomerConfig customer) {
        PersonalData personal = customer.personalData();
        String text = String.join(
                "\n",
                Integer.toString(EDITION),
                customer.dialect().toString(),
                customer.columns().toString(),
                customer.time().description(),
                new TreeSet<>(personal.drop()).toString(),
                new TreeSet<>(personal.hash()).toString(),
                Digests.sha256(personal.key()).hex(),
                config.limits().toString(),
                Double.toString(config.policies().maxRejectRatio()));
        Sha256 digest = Digests.sha256(text);
        return digest.hex().substring(0, 16);
    }
}
