package io.spotdock.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.domain.ThoughtSpotHost;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/** Builds the request of a call, not yet signed in. */
final class HttpRequests {
    private HttpRequests() {}

    static HttpRequest.Builder json(ThoughtSpotHost host, Call call, String identifier, Optional<ObjectNode> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(host.origin().resolve(call.path(identifier)))
                .header("Accept", "application/json");
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        return request.method(
                call.method(),
                body.map(Json::write).map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
    }
}
