package dev.wau.testing.redshift;

/** The code of an error that PostgreSQL sends. */
final class SqlState {

    static final String SERIALIZATION_FAILURE = "40001";
    static final String CHECK_VIOLATION = "23514";
    static final String TOO_LONG = "22001";

    private SqlState() {}

    static String of(Message error) {
        Fields fields = error.fields();
        for (int letter = fields.number8(); letter != 0; letter = fields.number8()) {
            String text = fields.text();
            if (letter == 'C') {
                return text;
            }
        }
        return "";
    }
}
