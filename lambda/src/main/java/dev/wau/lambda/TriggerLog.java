package dev.wau.lambda;

import dev.wau.complete.CompletionMarker;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.trigger.EngineRun;
import dev.wau.trigger.TriggerOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trigger function's log lines of one invocation. */
final class TriggerLog {

    private final JsonLog log;
    private final String request;

    /** @param request the invocation's id */
    TriggerLog(JsonLog log, String request) {
        this.log = log;
        this.request = request;
    }

    /** What a message holds beside created objects. */
    void message(Message message) {
        for (String other : message.others()) {
            log.line(JsonLog.Level.INFO, "ignored: another event", with(message, "event", other));
        }
        if (message.problem() != null) {
            log.line(JsonLog.Level.ERROR, "not readable", with(message, "error", message.problem()));
        }
    }

    private Map<String, String> with(Message message, String name, String value) {
        Map<String, String> fields = fields();
        if (!message.id().isEmpty()) {
            fields.put("message_id", message.id());
        }
        fields.put(name, value);
        return fields;
    }

    void outcome(TriggerOutcome outcome) {
        Map<String, String> fields = fields();
        fields.put("bucket", outcome.created().bucket());
        fields.put("key", outcome.created().key());
        put(fields, outcome.marker());
        put(fields, outcome.run());
        put(fields, outcome.error());
        switch (outcome.kind()) {
            case STARTED -> log.line(JsonLog.Level.INFO, "load run started", fields);
            case FOUND -> log.line(JsonLog.Level.INFO, "load run was there", fields);
            case IGNORED -> log.line(JsonLog.Level.INFO, "ignored: no completion marker", fields);
            case BUSY -> log.line(JsonLog.Level.WARN, "comes back: the load engine is busy", fields);
            case FAILED -> log.line(JsonLog.Level.ERROR, "comes back: no load run could be started", fields);
        }
    }

    void failed(WauException error) {
        Map<String, String> fields = fields();
        put(fields, error);
        log.line(JsonLog.Level.ERROR, "the invocation fails", fields);
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("request", request);
        return fields;
    }

    private static void put(Map<String, String> fields, @Nullable ObjectKey marker) {
        if (marker != null) {
            fields.put("marker", marker.path());
            CompletionMarker.batch(marker.fileName()).ifPresent(batch -> fields.put("batch", batch));
        }
    }

    private static void put(Map<String, String> fields, @Nullable EngineRun run) {
        if (run != null) {
            fields.put("run", run.id());
            fields.put("state", run.state().name());
        }
    }

    private static void put(Map<String, String> fields, @Nullable WauException error) {
        if (error != null) {
            fields.put("code", error.code().name());
            fields.put("error", String.valueOf(error.getMessage()));
        }
    }
}
