package dev.wau.testing.redshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The list of files that a COPY reads: each with its URL, whether it must be there, and its length in bytes. */
final class Manifest {

    private final S3Files files;

    Manifest(S3Files files) {
        this.files = files;
    }

    /** The files that are there, each of the length that the manifest says. */
    List<S3Location> read(S3Location manifest) throws LoadFailure {
        List<S3Location> found = new ArrayList<>();
        for (JsonNode entry : entries(manifest)) {
            S3Location file = location(manifest, entry);
            OptionalLong length = files.length(file);
            if (length.isPresent()) {
                requireLength(entry, file, length.getAsLong());
                found.add(file);
            } else if (entry.path("mandatory").asBoolean()) {
                throw LoadFailure.of(file, "The specified S3 file does not exist");
            }
        }
        if (found.isEmpty()) {
            throw LoadFailure.of(manifest, "No file of the manifest was found");
        }
        return found;
    }

    private JsonNode entries(S3Location manifest) throws LoadFailure {
        if (files.length(manifest).isEmpty()) {
            throw LoadFailure.of(manifest, "Problem reading manifest file: the specified key does not exist");
        }
        try {
            JsonNode entries = new ObjectMapper().readTree(files.read(manifest)).path("entries");
            if (entries.isArray()) {
                return entries;
            }
        } catch (IOException e) {
            // No JSON: said below.
        }
        throw LoadFailure.of(manifest, "Problem reading manifest file: it is not JSON with a list of entries");
    }

    private static S3Location location(S3Location manifest, JsonNode entry) throws LoadFailure {
        try {
            return S3Location.of(entry.path("url").asText());
        } catch (Refusal refusal) {
            throw LoadFailure.of(manifest, String.valueOf(refusal.getMessage()));
        }
    }

    private static void requireLength(JsonNode entry, S3Location file, long length) throws LoadFailure {
        JsonNode said = entry.path("meta").path("content_length");
        if (!said.isIntegralNumber()) {
            throw LoadFailure.of(file, "The manifest has no meta.content_length, which a columnar file needs");
        }
        if (said.asLong() != length) {
            throw LoadFailure.of(
                    file, "The manifest's content_length is " + said.asLong() + ", the file has " + length + " bytes");
        }
    }
}
