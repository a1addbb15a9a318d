package dev.wau.load;

/**
 * Who logs in, where the URL doesn't say it or must not.
 *
 * @param password never shown
 */
public record Login(String user, String password) {

    /** The environment variable that holds the password of a user whom the URL names. */
    public static final String PASSWORD_VARIABLE = "WAU_WAREHOUSE_PASSWORD";

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
