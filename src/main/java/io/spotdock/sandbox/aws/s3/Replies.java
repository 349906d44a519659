package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.Xml;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Answers of S3. */
final class Replies {
    static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Replies() {}

    static String iso(Instant instant) {
        return ISO.format(instant);
    }

    static String http(Instant instant) {
        return HTTP.format(instant);
    }

    static Instant fromHttp(String text) {
        return Instant.from(HTTP.parse(text));
    }

    static Exchange.Answer empty(int status) {
        return new Exchange.Answer(status, Map.of(), new byte[0]);
    }

    static Exchange.Answer empty(int status, Map<String, String> headers) {
        return new Exchange.Answer(status, headers, new byte[0]);
    }

    static Exchange.Answer xml(String root, Consumer<Xml> content) {
        return xml(root, content, Map.of());
    }

    static Exchange.Answer xml(String root, Consumer<Xml> content, Map<String, String> more) {
        return text(Xml.document(root, NAMESPACE, content), "application/xml", more);
    }

    /** What is a document already. */
    static Exchange.Answer text(String body, String type, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", type);
        return new Exchange.Answer(200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Exchange.Answer error(Refusal refusal, String resource, String requestId, String hostId) {
        Map<String, String> headers = new LinkedHashMap<>(refusal.headers());
        if (refusal.status() == 304) return new Exchange.Answer(304, headers, new byte[0]);
        headers.put("Content-Type", "application/xml");
        String body = Xml.document("Error", "", xml -> {
            xml.text("Code", refusal.code()).text("Message", refusal.text());
            refusal.details().forEach(xml::text);
            if (!refusal.details().containsKey("BucketName")
                    && !refusal.details().containsKey("Key")) xml.text("Resource", resource);
            xml.text("RequestId", requestId).text("HostId", hostId);
        });
        return new Exchange.Answer(refusal.status(), headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
