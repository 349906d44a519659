package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A step of {@code validate}, or of a delivery. */
sealed interface Step {
    boolean passed();

    Optional<String> error();

    ObjectNode json();

    /** The file was put into the bucket, or why not. */
    record Storage(String bucket, Optional<Uploader.File> file, Optional<String> error) implements Step {
        @Override
        public boolean passed() {
            return file.isPresent();
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = head("STORAGE_FILE_UPLOAD_CHECK", this).putNull("http_status");
            json.put("error_message", error.orElse(null));
            ObjectNode info = json.putObject("aws_s3_info").put("bucket_name", bucket);
            info.put("file_name", file.map(Uploader.File::fileName).orElse(null));
            info.put("object_key", file.map(Uploader.File::key).orElse(null));
            return json;
        }
    }

    /** The webhook's URL was called; no status where it did not answer in time. */
    record Connection(Optional<Integer> status, Optional<String> error) implements Step {
        @Override
        public boolean passed() {
            return error.isEmpty();
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = head("HTTP_CONNECTION_CHECK", this).put("http_status", status.orElse(null));
            return json.put("error_message", error.orElse(null)).putNull("aws_s3_info");
        }
    }

    private static ObjectNode head(String name, Step step) {
        return Replies.object().put("validation_step", name).put("status", step.passed() ? "SUCCESS" : "FAILED");
    }
}
