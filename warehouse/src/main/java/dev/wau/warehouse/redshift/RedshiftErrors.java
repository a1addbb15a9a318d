package dev.wau.warehouse.redshift;

import com.amazon.redshift.util.RedshiftException;
import com.amazon.redshift.util.ServerErrorMessage;
import dev.wau.load.Login;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.sql.SQLException;

/**
 * What Redshift's errors mean, by their codes: those of PostgreSQL 8, and numbers of its own at the start of some messages,
 * which are its documented codes too ({@code 1023}: serializable isolation, {@code 1018}: a relation that another
 * transaction dropped).
 */
final class RedshiftErrors {

    /** The state that the server gives to errors that have a number of their own. */
    private static final String NUMBERED = "XX000";

    private RedshiftErrors() {}

    /** Whether user or password were refused. */
    static boolean isRefusedLogin(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals("28000") || state.equals("28P01");
    }

    static WauException failure(SQLException e, String what) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "28000", "28P01", "08004" ->
                error(
                        ErrorCode.INVALID_CONFIGURATION,
                        what,
                        e,
                        "the URL's user with the environment variable " + Login.PASSWORD_VARIABLE
                                + ", redshift.secret in wau.yaml, or an IAM identity that may get credentials"
                                + " ('jdbc:redshift:iam://...')");
            case "3D000", "08001" ->
                error(
                        ErrorCode.WAREHOUSE_FAILED,
                        what,
                        e,
                        "host, port and database are those of the warehouse's URL; may this network reach it?");
            case "42501" -> error(ErrorCode.WAREHOUSE_FAILED, what, e, "grant the right, or name another user");
            case "40001", "40P01" -> overtaken(what, e);
            case "57014" ->
                error(
                        ErrorCode.LIMIT_REACHED,
                        what,
                        e,
                        "it took longer than redshift.statement-timeout or redshift.copy-timeout allow: raise it in"
                                + " wau.yaml, and run it again");
            default -> {
                if (state.equals(NUMBERED) && isConflict(message(e))) {
                    yield overtaken(what, e);
                }
                yield state.startsWith("08") || state.startsWith("57P")
                        ? error(ErrorCode.WAREHOUSE_FAILED, what, e, "the connection is gone; run it again")
                        : new WauException(ErrorCode.WAREHOUSE_FAILED, what + ": " + message(e), e);
            }
        };
    }

    /** Its own number stands where others have a state; what follows it doesn't matter. */
    private static boolean isConflict(String message) {
        return message.matches("(?s)(ERROR: ?)?(1023|1018)\\b.*");
    }

    private static WauException overtaken(String what, SQLException e) {
        return error(ErrorCode.OVERTAKEN, what, e, "another transaction changed the same tables; run it again");
    }

    /** In the server's words, with what it says beside: of a COPY, the message alone says nothing. */
    static String message(SQLException e) {
        ServerErrorMessage server = e instanceof RedshiftException known ? known.getServerErrorMessage() : null;
        if (server == null) {
            return String.valueOf(e.getMessage());
        }
        String detail = server.getDetail();
        return server.getMessage() + (detail == null ? "" : ": " + detail.strip());
    }

    private static WauException error(ErrorCode code, String what, SQLException e, String advice) {
        return new WauException(code, what + ": " + message(e) + " (" + advice + ")", e);
    }
}
