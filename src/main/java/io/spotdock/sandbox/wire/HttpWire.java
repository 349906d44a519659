package io.spotdock.sandbox.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One connection's requests and answers, framed as HTTP/1.1 frames them (RFC 9112). */
final class HttpWire {
    /** Of one line, and of all the lines of a head. */
    private static final int LONGEST_HEAD = 1 << 17;

    /** A delivery carries up to 25 MB; nobody sends a sandbox more than this. */
    private static final int LARGEST_BODY = 1 << 28;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final InputStream in;
    private final OutputStream out;

    HttpWire(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = new BufferedOutputStream(out);
    }

    /** As the {@code Date} header has it (RFC 9110 section 5.6.7). */
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    /**
     * Reads a request whole.
     *
     * @return empty when the client has nothing more to ask
     */
    Optional<Exchange> next() throws IOException {
        Optional<String> first = line();
        // An empty line in front of a request is to be borne with (RFC 9112 section 2.2).
        while (first.filter(String::isEmpty).isPresent()) first = line();
        if (first.isEmpty()) return Optional.empty();
        String[] request = first.get().split(" ", -1);
        if (request.length != 3 || !request[2].startsWith("HTTP/1.")) throw new ProtocolException("request line");
        Map<String, List<String>> headers = headers();
        if (request[2].equals("HTTP/1.0")) headers.putIfAbsent("connection", List.of("close"));
        if (has(headers, "expect", "100-continue")) write("HTTP/1.1 100 Continue\r\n\r\n");
        // Not a parsed URI's path: that takes "//key" for a host.
        String target = request[1].replaceFirst("^https?://[^/?]*", "");
        int mark = target.indexOf('?');
        return Optional.of(new Exchange(
                request[0],
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                body(headers)));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        int length = 0;
        for (String line = required(); !line.isEmpty(); line = required()) {
            length += line.length();
            int colon = line.indexOf(':');
            if (colon < 1 || length > LONGEST_HEAD) throw new ProtocolException("header");
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (has(headers, "transfer-encoding", "chunked")) return chunks();
        List<String> length = headers.getOrDefault("content-length", List.of("0"));
        return exactly(number(length.getFirst(), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (body.size() + size > LARGEST_BODY) throw new ProtocolException("body");
            body.write(exactly(size));
            required();
        }
        headers(); // the trailer
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(required().split(";", 2)[0], 16);
    }

    private static int number(String text, int radix) throws ProtocolException {
        try {
            int number = Integer.parseInt(text.strip(), radix);
            if (number >= 0 && number <= LARGEST_BODY) return number;
        } catch (NumberFormatException _) {
            // told below
        }
        throw new ProtocolException("length");
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("body");
        return bytes;
    }

    private String required() throws IOException {
        return line().orElseThrow(() -> new EOFException("head"));
    }

    /** Without its end; empty where the stream has ended. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 && line.size() == 0) return Optional.empty();
            if (c < 0) throw new EOFException("line");
            if (line.size() > LONGEST_HEAD) throw new ProtocolException("line");
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** @return whether the connection stays open for another request */
    boolean answer(Exchange exchange, Exchange.Answer answer) throws IOException {
        boolean on = !has(exchange.headers(), "connection", "close");
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
        Map<String, String> headers = new HashMap<>();
        answer.headers().forEach((name, value) -> {
            headers.put(name.toLowerCase(Locale.ROOT), value);
            head.append(name)
                    .append(": ")
                    .append(value.replaceAll("[\r\n]", " "))
                    .append("\r\n");
        });
        if (!headers.containsKey("date"))
            head.append("Date: ").append(date(Instant.now())).append("\r\n");
        // 204 and 304 have no body, and so no length (RFC 9110 section 8.6).
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        if (!headers.containsKey("content-length") && !bodiless)
            head.append("Content-Length: ").append(answer.body().length).append("\r\n");
        if (!on) head.append("Connection: close\r\n");
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        out.write(start);
        if (!bodiless && !exchange.method().equals("HEAD")) out.write(answer.body());
        out.flush();
        return on;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static boolean has(Map<String, List<String>> headers, String name, String token) {
        return headers.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.strip().equalsIgnoreCase(token));
    }
}
