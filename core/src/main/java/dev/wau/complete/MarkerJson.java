package dev.wau.complete;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The completion marker as JSON, version 1: {@code docs/formats.md} shows one. Reading skips members it doesn't know, so
 * that members may be added within a version. Thread-safe.
 */
public final class MarkerJson {

    /** The value of the member {@code format}, by which a manifest is told from a plain marker. */
    public static final String FORMAT = "wau-completion-marker";

    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private MarkerJson() {}

    /** The marker as UTF-8 text, pretty enough to be read by a person. */
    public static byte[] write(CompletionMarker marker) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("batch", marker.batch().value());
            json.writeStringField("started_at", marker.started().toString());
            json.writeStringField("completed_at", marker.completed().toString());
            json.writeArrayFieldStart("customers");
            for (CustomerOutcome customer : marker.customers()) {
                writeCustomer(json, customer);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("files");
            for (MarkerFile file : marker.files()) {
                MarkerFileJson.write(json, file);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.write('\n');
        return out.toByteArray();
    }

    /**
     * Reads a marker.
     *
     * @param content of the object
     * @param key where it stands, for messages
     * @return empty if it is a plain marker: text that is no manifest, also none at all
     * @throws WauException INVALID_MARKER: a manifest of a newer version, a broken one, or no text
     */
    public static Optional<CompletionMarker> read(byte[] content, ObjectKey key) {
        try {
            if (!PlainMarker.startsAnObject(content)) {
                PlainMarker.requireText(content);
                return Optional.empty();
            }
            return isManifest(content) ? Optional.of(manifest(content)) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw invalid(
                    key, e.getOriginalMessage() + " at line " + e.getLocation().getLineNr(), e);
        } catch (DateTimeException | MarkerFormatException e) {
            throw invalid(key, String.valueOf(e.getMessage()), e);
        } catch (WauException e) {
            throw invalid(key, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeCustomer(JsonGenerator json, CustomerOutcome customer) throws IOException {
        json.writeStartObject();
        json.writeStringField("customer", customer.customer().name());
        json.writeStringField("outcome", code(customer.outcome()));
        json.writeNumberField("files", customer.files());
        if (customer.error() != null) {
            json.writeStringField("error", customer.error());
        }
        json.writeEndObject();
    }

    private static boolean isManifest(byte[] content) throws IOException {
        try (JsonParser json = JSON.createParser(content)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean format = json.currentName().equals("format");
                json.nextToken();
                if (format) {
                    return FORMAT.equals(json.getValueAsString());
                }
                json.skipChildren();
            }
            return false;
        }
    }

    private static CompletionMarker manifest(byte[] content) throws IOException {
        try (JsonParser json = JSON.createParser(content)) {
            Draft draft = new Draft();
            JsonMembers.read(json, draft);
            if (json.nextToken() != null) {
                throw new MarkerFormatException("text after its end");
            }
            return draft.marker();
        }
    }

    static String code(CustomerOutcome.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static CustomerOutcome.Outcome outcome(String code) {
        for (CustomerOutcome.Outcome outcome : CustomerOutcome.Outcome.values()) {
            if (code(outcome).equals(code)) {
                return outcome;
            }
        }
        throw new MarkerFormatException("unknown outcome '" + code + "'");
    }

    private static WauException invalid(ObjectKey key, String what, Exception cause) {
        return new WauException(
                ErrorCode.INVALID_MARKER,
                "Invalid marker " + key + ": " + what
                        + " (a manifest written by wau, or a plain text file). Remove the file, or rename it so that it doesn't"
                        + " end in .json: until then every run fails. Then 'wau load --list' loads whatever stands under"
                        + " csv/.",
                cause);
    }

    /** What was read so far. */
    private static final class Draft implements JsonMembers {
        private final List<CustomerOutcome> customers = new ArrayList<>();
        private final List<MarkerFile> files = new ArrayList<>();
        // Files have few different headers: each is held once.
        private final Map<List<String>, List<String>> headers = new HashMap<>();
        private int version;
        private @Nullable String batch;
        private @Nullable String started;
        private @Nullable String completed;

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "version" -> version(json.getIntValue());
                case "batch" -> batch = JsonMembers.text(json);
                case "started_at" -> started = JsonMembers.text(json);
                case "completed_at" -> completed = JsonMembers.text(json);
                case "customers" -> JsonMembers.each(json, () -> customers.add(CustomerDraft.read(json)));
                case "files" -> JsonMembers.each(json, () -> files.add(file(json)));
                default -> json.skipChildren();
            }
        }

        private MarkerFile file(JsonParser json) throws IOException {
            MarkerFile file = MarkerFileJson.read(json);
            return file.withHeader(headers.computeIfAbsent(file.header(), header -> header));
        }

        private void version(int value) {
            if (value < 1 || value > VERSION) {
                throw new MarkerFormatException("version " + value + " is not known here, only up to " + VERSION
                        + ". Update wau to the version that wrote it");
            }
            version = value;
        }

        CompletionMarker marker() {
            if (version == 0) {
                throw new MarkerFormatException("'version' is missing");
            }
            return new CompletionMarker(
                    new BatchId(JsonMembers.required("batch", batch)),
                    Instant.parse(JsonMembers.required("started_at", started)),
                    Instant.parse(JsonMembers.required("completed_at", completed)),
                    customers,
                    files);
        }
    }

    private static final class CustomerDraft implements JsonMembers {
        private @Nullable String customer;
        private @Nullable String outcome;
        private @Nullable String error;
        private int files;

        static CustomerOutcome read(JsonParser json) throws IOException {
            CustomerDraft draft = new CustomerDraft();
            JsonMembers.read(json, draft);
            return new CustomerOutcome(
                    new Customer(JsonMembers.required("customer", draft.customer)),
                    outcome(JsonMembers.required("outcome", draft.outcome)),
                    draft.files,
                    draft.error);
        }

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "customer" -> customer = JsonMembers.text(json);
                case "outcome" -> outcome = JsonMembers.text(json);
                case "files" -> files = json.getIntValue();
                case "error" -> error = JsonMembers.textOrNull(json);
                default -> json.skipChildren();
            }
        }
    }
}
