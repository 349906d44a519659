package io.spotdock.sandbox.aws.protocol;

import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Xml;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of a query API (IAM API Reference, "Making query requests"). */
public record QueryReply(String namespace, String requestId) {
    /** @param result the elements of the result; empty for an action that has none, whose element some clients want all the same */
    public Exchange.Answer success(String action, String result) {
        return answer(
                200,
                Xml.document(action + "Response", namespace, xml -> {
                    xml.in(action + "Result", r -> r.raw(result));
                    xml.in("ResponseMetadata", m -> m.text("RequestId", requestId));
                }),
                Map.of());
    }

    public Exchange.Answer failure(Refusal refusal) {
        return answer(
                refusal.status(),
                Xml.document(
                        "ErrorResponse",
                        namespace,
                        xml -> xml.in(
                                        "Error",
                                        e -> e.text("Type", refusal.status() < 500 ? "Sender" : "Receiver")
                                                .text("Code", refusal.code())
                                                .text("Message", refusal.text()))
                                .text("RequestId", requestId)),
                refusal.headers());
    }

    private Exchange.Answer answer(int status, String body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", "text/xml");
        headers.put("x-amzn-RequestId", requestId);
        return new Exchange.Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
