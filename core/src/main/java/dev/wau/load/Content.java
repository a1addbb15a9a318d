package dev.wau.load;

import dev.wau.model.Customer;
import dev.wau.model.Sha256;

/** What several files may be copies of: the same bytes, of one customer. */
record Content(Customer customer, Sha256 sha256) {

    static Content of(FileVersion version) {
        return new Content(version.customer(), version.sha256());
    }
}
