package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A step of {@code validate}, or of a delivery. */
sealed interface Step {
    boolean passed();

    Optional<String> error();

    ObjectNode json();

    /** How a job's detail tells it when it failed. */
    String detail();

    /**
     * The file was put into the bucket, or why not.
     *
     * @param fileName known before it is written
     * @param key where it was put
     */
    record Storage(String bucket, String fileName, Optional<String> key, Optional<String> error) implements Step {
        private static final String NAME = "STORAGE_FILE_UPLOAD_CHECK";

        @Override
        public boolean passed() {
            return key.isPresent();
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = head(NAME, this).putNull("http_status");
            json.put("error_message", error.orElse(null));
            ObjectNode info = json.putObject("aws_s3_info").put("bucket_name", bucket);
            info.put("file_name", fileName).put("object_key", key.orElse(null));
            return json;
        }

        @Override
        public String detail() {
            return NAME + " (bucket: " + bucket + "): " + error.orElse("");
        }
    }

    /** The webhook's URL was called; no status where it did not answer in time. */
    record Connection(Optional<Integer> status, Optional<String> error) implements Step {
        private static final String NAME = "HTTP_CONNECTION_CHECK";

        @Override
        public boolean passed() {
            return error.isEmpty();
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = head(NAME, this).put("http_status", status.orElse(null));
            return json.put("error_message", error.orElse(null)).putNull("aws_s3_info");
        }

        @Override
        public String detail() {
            return NAME + ": " + error.orElse("");
        }
    }

    private static ObjectNode head(String name, Step step) {
        return Replies.object().put("validation_step", name).put("status", step.passed() ? "SUCCESS" : "FAILED");
    }
}
