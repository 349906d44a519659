package io.spotdock.domain.signature;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A body as it may have been before it came to be what it is. */
final class Bodies {
    private Bodies() {}

    static byte[] withoutLineBreak(byte[] body) {
        int end = body.length;
        while (end > 0 && (body[end - 1] == '\n' || body[end - 1] == '\r')) end--;
        return Arrays.copyOf(body, end);
    }

    static byte[] withLineBreak(byte[] body) {
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        longer[body.length] = '\n';
        return longer;
    }

    static byte[] withLineBreaksOfUnix(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        for (int i = 0; i < body.length; i++)
            if (body[i] != '\r' || i + 1 == body.length || body[i + 1] != '\n') out.write(body[i]);
        return out.toByteArray();
    }

    static byte[] withLineBreaksOfWindows(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        for (byte each : withLineBreaksOfUnix(body)) {
            if (each == '\n') out.write('\r');
            out.write(each);
        }
        return out.toByteArray();
    }

    /** Without the three bytes that UTF-8 needs no order for. */
    static byte[] withoutByteOrderMark(byte[] body) {
        boolean marked = body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(body, 3, body.length) : body;
    }

    /** JSON without the white space that means nothing (RFC 8259 section 2); what stands in quotes is kept. */
    static byte[] compact(byte[] json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
        boolean quoted = false;
        for (int i = 0; i < json.length; i++) {
            byte each = json[i];
            if (quoted && each == '\\' && i + 1 < json.length) {
                out.write(each);
                out.write(json[++i]);
                continue;
            }
            if (each == '"') quoted = !quoted;
            boolean space = each == ' ' || each == '\t' || each == '\n' || each == '\r';
            if (quoted || !space) out.write(each);
        }
        return out.toByteArray();
    }
}
