package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.Org;
import java.time.Instant;
import java.util.Optional;

/**
 * A webhook as registered, with its secrets.
 *
 * @param fields as in the request, checked
 */
record StoredWebhook(
        String id, Org org, ObjectNode fields, Instant created, Instant modified, User createdBy, User modifiedBy) {
    String name() {
        return fields.path("name").asText();
    }

    String url() {
        return fields.path("url").asText();
    }

    boolean isDisabled() {
        return fields.path("status").asText().equals("DISABLED");
    }

    boolean answersTo(String idOrName) {
        return id.equals(idOrName) || name().equals(idOrName);
    }

    Optional<S3Destination> storage() {
        return S3Destination.of(fields.path("storage_destination"));
    }

    StoredWebhook changed(ObjectNode newFields, Instant when, User by) {
        return new StoredWebhook(id, org, newFields, created, when, createdBy, by);
    }

    @Override
    public String toString() {
        return "StoredWebhook[" + id + ", " + name() + "]";
    }
}
