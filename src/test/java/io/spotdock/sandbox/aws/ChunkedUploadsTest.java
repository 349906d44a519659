package io.spotdock.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.sandbox.wire.SigV4;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;

/**
 * Bodies in signed chunks with trailing checksums (Amazon S3 API Reference, "Signature calculations for the
 * Authorization header: transferring payload in multiple chunks").
 */
class ChunkedUploadsTest {
    private static final DateTimeFormatter AMZ =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String EMPTY = SigV4.sha256Hex(new byte[0]);

    private final AwsWorld world = new AwsWorld();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void aBucket() {
        world.s3().createBucket(b -> b.bucket("exports"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void theSdksOwnStreamsAreRead(ChecksumAlgorithm algorithm) {
        String content = "x".repeat(200_000);
        world.s3()
                .putObject(
                        b -> b.bucket("exports").key("big").checksumAlgorithm(algorithm),
                        RequestBody.fromString(content));
        var back =
                world.s3().getObjectAsBytes(b -> b.bucket("exports").key("big").checksumMode(ChecksumMode.ENABLED));
        assertThat(back.asUtf8String()).isEqualTo(content);
        assertThat(back.response().toString())
                .containsIgnoringCase("Checksum" + algorithm.name().replace("_", ""));
    }

    @Test
    void everyChunkSignatureCounts() throws IOException, InterruptedException {
        assertThat(upload(List.of("first ", "second"), -1, "").statusCode()).isEqualTo(200);
        assertThat(world.s3()
                        .getObjectAsBytes(b -> b.bucket("exports").key("key"))
                        .asUtf8String())
                .isEqualTo("first second");
        for (int chunk = 0; chunk < 3; chunk++) {
            HttpResponse<String> answer = upload(List.of("first ", "second"), chunk, "");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code>");
        }
    }

    @Test
    void aTrailingChecksumIsVerified() throws IOException, InterruptedException {
        assertThat(upload(List.of("123456789"), -1, "rosUhgp5mIg=").statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong = upload(List.of("123456789"), -1, "AAAAAAAAAAA=");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("<Code>BadDigest</Code>");
    }

    /** @param forged the chunk whose signature is wrong, or -1 */
    private HttpResponse<String> upload(List<String> chunks, int forged, String crc64)
            throws IOException, InterruptedException {
        boolean trailer = !crc64.isEmpty();
        String kind = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" + (trailer ? "-TRAILER" : "");
        String date = AMZ.format(Instant.now());
        SigV4.Scope scope = new SigV4.Scope(date.substring(0, 8), "us-east-1", "s3");
        byte[] key = SigV4.signingKey(world.administrator.secretAccessKey(), scope);
        TreeMap<String, List<String>> headers = new TreeMap<>();
        headers.put("host", List.of(world.endpoint().getAuthority()));
        headers.put("x-amz-date", List.of(date));
        headers.put("x-amz-content-sha256", List.of(kind));
        headers.put(
                "x-amz-decoded-content-length",
                List.of(String.valueOf(String.join("", chunks).length())));
        headers.put("content-encoding", List.of("aws-chunked"));
        if (trailer) headers.put("x-amz-trailer", List.of("x-amz-checksum-crc64nvme"));
        List<String> names = List.copyOf(headers.keySet());
        String request = SigV4.canonicalRequest("PUT", "/exports/key", List.of(), names, headers, kind);
        String seed = SigV4.signature(key, SigV4.stringToSign(date, scope, request));
        byte[] body = framed(chunks, forged, crc64, date, scope, key, seed);
        HttpRequest.Builder put = HttpRequest.newBuilder(world.endpoint().resolve("/exports/key"))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .header(
                        "authorization",
                        SigV4.ALGORITHM + " Credential=" + world.administrator.accessKeyId() + "/" + scope
                                + ", SignedHeaders=" + String.join(";", names) + ", Signature=" + seed);
        headers.forEach((name, values) -> {
            if (!name.equals("host")) put.header(name, values.getFirst());
        });
        return http.send(put.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] framed(
            List<String> chunks, int forged, String crc64, String date, SigV4.Scope scope, byte[] key, String seed) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(chunks);
        all.add("");
        String previous = seed;
        for (int i = 0; i < all.size(); i++) {
            byte[] chunk = all.get(i).getBytes(StandardCharsets.UTF_8);
            previous = SigV4.signature(
                    key,
                    String.join(
                            "\n",
                            "AWS4-HMAC-SHA256-PAYLOAD",
                            date,
                            scope.toString(),
                            previous,
                            EMPTY,
                            SigV4.sha256Hex(chunk)));
            String shown = i == forged ? "0".repeat(64) : previous;
            body.writeBytes((Integer.toHexString(chunk.length) + ";chunk-signature=" + shown + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(chunk);
            if (chunk.length > 0 || crc64.isEmpty()) body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        if (!crc64.isEmpty()) {
            String line = "x-amz-checksum-crc64nvme:" + crc64 + "\n";
            String signature = SigV4.signature(
                    key,
                    String.join(
                            "\n",
                            "AWS4-HMAC-SHA256-TRAILER",
                            date,
                            scope.toString(),
                            previous,
                            SigV4.sha256Hex(line.getBytes(StandardCharsets.UTF_8))));
            body.writeBytes((line.strip() + "\r\nx-amz-trailer-signature:" + signature + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return body.toByteArray();
    }

    @Test
    void whatIsNotChunkedIsNoChunkedBody() throws IOException, InterruptedException {
        String date = AMZ.format(Instant.now());
        SigV4.Scope scope = new SigV4.Scope(date.substring(0, 8), "us-east-1", "s3");
        TreeMap<String, List<String>> headers = new TreeMap<>(Map.of(
                "host", List.of(world.endpoint().getAuthority()),
                "x-amz-date", List.of(date),
                "x-amz-content-sha256", List.of("STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
                "x-amz-decoded-content-length", List.of("5")));
        List<String> names = List.copyOf(headers.keySet());
        String signature = SigV4.signature(
                SigV4.signingKey(world.administrator.secretAccessKey(), scope),
                SigV4.stringToSign(
                        date,
                        scope,
                        SigV4.canonicalRequest(
                                "PUT",
                                "/exports/key",
                                List.of(),
                                names,
                                headers,
                                "STREAMING-UNSIGNED-PAYLOAD-TRAILER")));
        HttpRequest.Builder put = HttpRequest.newBuilder(world.endpoint().resolve("/exports/key"))
                .PUT(HttpRequest.BodyPublishers.ofString("zzzzz"))
                .header(
                        "authorization",
                        SigV4.ALGORITHM + " Credential=" + world.administrator.accessKeyId() + "/" + scope
                                + ", SignedHeaders=" + String.join(";", names) + ", Signature=" + signature);
        headers.forEach((name, values) -> {
            if (!name.equals("host")) put.header(name, values.getFirst());
        });
        assertThat(http.send(put.build(), HttpResponse.BodyHandlers.ofString()).body())
                .contains("<Code>IncompleteBody</Code>");
    }
}
