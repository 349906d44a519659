package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The body of a call of a webhook's URL, to the byte: what is sent and what is signed. */
record Message(String contentType, byte[] body) {
    /** With a storage destination: the payload alone. */
    static Message json(JsonNode payload) {
        return new Message("application/json", utf8(payload.toString()));
    }

    /** Without one: a form with a field {@code payload} and the file (RFC 7578). */
    static Message form(JsonNode payload, Courier.Parcel parcel) {
        String boundary = "sandbox-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"payload\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + payload + "\r\n"));
        body.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + parcel.fileName() + "\"\r\nContent-Type: " + parcel.type() + "\r\n\r\n"));
        body.writeBytes(parcel.content());
        body.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
        return new Message("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
