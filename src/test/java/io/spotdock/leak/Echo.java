package io.spotdock.leak;

import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Exchange.Answer;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A server that repeats whatever it is told, secrets first, in every way it can think of. */
final class Echo implements AutoCloseable {
    private final LoopbackServer server;

    private Echo(int status, String type) {
        server = new LoopbackServer(0, exchange -> answer(status, type, exchange));
    }

    /** One that answers as ThoughtSpot does. */
    static Echo json(int status) {
        return new Echo(status, "application/json");
    }

    /** One that answers as IAM and STS do, and S3. */
    static Echo xml(int status) {
        return new Echo(status, "text/xml");
    }

    URI address() {
        return server.address();
    }

    private static Answer answer(int status, String type, Exchange exchange) {
        StringBuilder told = new StringBuilder();
        exchange.headers()
                .forEach((name, values) ->
                        told.append(name).append(": ").append(values).append("  "));
        String body = new String(exchange.body(), StandardCharsets.UTF_8);
        String all = exchange.method() + " " + exchange.rawPath() + "?" + exchange.rawQuery() + " " + told + body;
        String encoded = Base64.getEncoder().encodeToString(all.getBytes(StandardCharsets.UTF_8));
        String text = type.contains("xml")
                ? "<ErrorResponse><Error><Type>Sender</Type><Code>Odd</Code><Message>" + xml(body + " " + all)
                        + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>"
                : "{\"error\":{\"message\":{\"debug\":" + json(told + body + " " + all + " " + encoded)
                        + ",\"incident_id_guid\":" + json(told.toString()) + "}}}";
        return new Answer(
                status,
                Map.of("Content-Type", type, "x-request-id", clean(told.toString()), "x-amzn-requestid", clean(body)),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static String clean(String header) {
        return header.replaceAll("[^\\x20-\\x7e]", " ").strip() + "-";
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public void close() {
        server.close();
    }
}
