package dev.wau.warehouse;

/**
 * Who logs in, where the URL doesn't say it or must not.
 *
 * @param password never shown
 */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
