package dev.wau.warehouse.postgresql;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's errors mean, by their codes (its documentation, appendix "PostgreSQL Error Codes"). */
final class PostgresErrors {

    private static final String LOGIN = "the user of the warehouse's URL, with the password of the variable"
            + " WAU_WAREHOUSE_PASSWORD or of ~/.pgpass";

    private PostgresErrors() {}

    static WauException failure(SQLException e, String what) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "28000", "28P01", "08004" -> error(ErrorCode.INVALID_CONFIGURATION, what, e, LOGIN);
            case "3D000", "08001" ->
                error(
                        ErrorCode.WAREHOUSE_FAILED,
                        what,
                        e,
                        "host, port and database are those of the warehouse's URL; is the server up?");
            case "42501" ->
                error(
                        ErrorCode.WAREHOUSE_FAILED,
                        what,
                        e,
                        "grant it to the URL's user; to read, that is USAGE on the schema and SELECT on wau's tables");
            case "54000", "54011" ->
                error(
                        ErrorCode.LIMIT_REACHED,
                        what,
                        e,
                        "a row of PostgreSQL has room for some 400 filled columns: lower policies.max-columns, the"
                                + " others go to details");
            case "53100" -> error(ErrorCode.WAREHOUSE_FAILED, what, e, "nothing of it is kept; run it again with room");
            case "55P03", "40P01" -> error(ErrorCode.BUSY, what, e, "another holds a lock; run it again");
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? error(ErrorCode.WAREHOUSE_FAILED, what, e, "the connection is gone; run it again")
                        : new WauException(ErrorCode.WAREHOUSE_FAILED, what + ": " + message(e), e);
        };
    }

    private static WauException error(ErrorCode code, String what, SQLException e, String advice) {
        return new WauException(code, what + ": " + message(e) + " (" + advice + ")", e);
    }

    /** In the server's words, without the place in a statement that the user didn't write. */
    static String message(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException known ? known.getServerErrorMessage() : null;
        if (server == null) {
            return String.valueOf(e.getMessage());
        }
        String hint = server.getHint();
        return server.getMessage() + (hint == null ? "" : " (" + hint + ")");
    }
}
