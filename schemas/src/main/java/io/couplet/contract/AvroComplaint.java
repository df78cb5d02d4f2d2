package io.couplet.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;

/** Says what Avro finds wrong in a file, with the place where it knows it. */
final class AvroComplaint {
    private AvroComplaint() {}

    static FileFault of(SchemaFile file, JsonPlaces places, AvroRuntimeException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException broken && broken.getLocation() != null) {
                JsonLocation at = broken.getLocation();
                return new FileFault(
                        file.origin(),
                        at.getLineNr(),
                        at.getColumnNr(),
                        "not JSON: " + broken.getOriginalMessage(),
                        "correct the JSON");
            }
        }
        String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
        return places.fault("", "not an Avro schema: " + words, "correct it");
    }
}
