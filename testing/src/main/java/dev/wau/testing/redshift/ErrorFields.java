package dev.wau.testing.redshift;

/** The fields of an error, each with a letter that says what it is. */
final class ErrorFields {

    /** Severity, SQLState, message, detail, hint: not where in PostgreSQL, nor in which statement of the proxy's own. */
    private static final String KEPT = "SVCMDH";

    private ErrorFields() {}

    static Message withoutPlace(Message error) {
        Fields fields = error.fields();
        Body kept = new Body();
        for (int letter = fields.number8(); letter != 0; letter = fields.number8()) {
            String text = fields.text();
            if (KEPT.indexOf(letter) >= 0) {
                kept.number8(letter).text(text);
            }
        }
        return Message.of('E', kept.number8(0));
    }

    /** Its message. */
    static String message(Message error) {
        Fields fields = error.fields();
        for (int letter = fields.number8(); letter != 0; letter = fields.number8()) {
            String text = fields.text();
            if (letter == 'M') {
                return text;
            }
        }
        return "";
    }
}
