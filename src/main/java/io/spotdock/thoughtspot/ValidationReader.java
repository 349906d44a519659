package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.spotdock.port.WebhookService.Validation;
import io.spotdock.port.WebhookService.ValidationStep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the answer of {@code validate}, and never takes it for better than its worst step. */
final class ValidationReader {
    private static final String SUCCESS = "SUCCESS";
    private static final String PARTIAL = "PARTIAL_SUCCESS";
    private static final String FAILED = "FAILED";

    private ValidationReader() {}

    /** Empty when the result is missing, or is good with steps that cannot be read. */
    static Optional<Validation> validation(JsonNode json) {
        JsonNode details = json.path("details");
        List<ValidationStep> steps =
                Json.list(details).stream().map(ValidationReader::step).toList();
        boolean readable = details.isMissingNode() || details.isNull() || details.isContainerNode();
        String said = Json.text(json.path("result_code")).orElse("").strip().toUpperCase(Locale.ROOT);
        boolean known = said.equals(FAILED) || readable && (said.equals(SUCCESS) || said.equals(PARTIAL));
        if (!known) return Optional.empty();
        String jobId = Json.text(json.path("job_id")).orElse("");
        return Optional.of(new Validation(jobId, worst(said, steps), steps));
    }

    private static String worst(String said, List<ValidationStep> steps) {
        if (!said.equals(SUCCESS) || steps.stream().allMatch(ValidationStep::passed)) return said;
        return steps.stream().anyMatch(ValidationStep::passed) ? PARTIAL : FAILED;
    }

    private static ValidationStep step(JsonNode node) {
        Optional<Integer> http = Json.number(node.path("http_status"));
        boolean unreadable = node.hasNonNull("http_status") && http.isEmpty();
        // The receiving URL must answer 2xx for a delivery to count.
        boolean refused = http.isPresent() && (http.get() < 200 || http.get() > 299);
        String status = Json.text(node.path("status")).orElse("").strip();
        return new ValidationStep(
                Json.text(node.path("validation_step")).map(String::strip).orElse("?"),
                status.equalsIgnoreCase(SUCCESS) && !refused && !unreadable,
                http,
                Json.text(node.path("error_message")),
                Json.text(node.path("aws_s3_info").path("object_key")));
    }
}
