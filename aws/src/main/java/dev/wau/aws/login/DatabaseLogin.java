package dev.wau.aws.login;

import java.time.Instant;

/**
 * A user of a database, as AWS gave it.
 *
 * @param user the name
 * @param password never shown
 * @param until when it is asked for again
 */
public record DatabaseLogin(String user, String password, Instant until) {

    @Override
    public String toString() {
        return "DatabaseLogin[" + user + " until " + until + "]";
    }
}
