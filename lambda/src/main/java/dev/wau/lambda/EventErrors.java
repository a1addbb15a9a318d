package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Why an event can't be read. */
final class EventErrors {

    private EventErrors() {}

    /** In words without the parser's own remarks on its input. */
    static String words(Exception error) {
        return error instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(error.getMessage());
    }
}
