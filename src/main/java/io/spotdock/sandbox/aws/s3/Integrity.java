package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Checksums;
import io.spotdock.sandbox.aws.protocol.Refusal;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verifies the checksums a request carries, in headers or trailers (Amazon S3 User Guide, "Checking object integrity"). */
final class Integrity {
    private static final Set<String> NEED_ONE = Set.of("DeleteObjects", "PutBucketLifecycleConfiguration");

    private Integrity() {}

    static void check(S3Call call) {
        // A completed upload's checksum is about the object, not about the request.
        if (call.operation().equals("CompleteMultipartUpload")) return;
        Optional<String> md5 = call.header("content-md5");
        md5.ifPresent(sent -> checkMd5(call, sent));
        Map<Checksums, String> sent = sent(call);
        if (sent.size() > 1)
            throw S3Errors.invalidRequest(
                    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        sent.forEach((algorithm, value) -> check(call, algorithm, value));
        if (NEED_ONE.contains(call.operation()) && md5.isEmpty() && sent.isEmpty())
            throw S3Errors.invalidRequest("Missing required header for this request: Content-MD5");
    }

    private static void checkMd5(S3Call call, String sent) {
        byte[] wanted;
        try {
            wanted = Base64.getDecoder().decode(sent);
        } catch (IllegalArgumentException _) {
            wanted = new byte[0];
        }
        if (wanted.length != 16)
            throw new Refusal(400, "InvalidDigest", "The Content-MD5 you specified was invalid.")
                    .with("Content-MD5", sent);
        byte[] computed = Checksums.digest("MD5", call.body());
        if (!Arrays.equals(wanted, computed))
            throw new Refusal(400, "BadDigest", "The Content-MD5 you specified did not match what we received.")
                    .with("ExpectedDigest", sent)
                    .with("CalculatedDigest", Base64.getEncoder().encodeToString(computed));
    }

    private static void check(S3Call call, Checksums algorithm, String value) {
        String computed = algorithm.of(call.body());
        if (value.length() != computed.length())
            throw S3Errors.invalidRequest("Value for " + algorithm.header() + " header is invalid.");
        if (!value.equals(computed))
            throw new Refusal(
                    400,
                    "BadDigest",
                    "The " + algorithm.name() + " you specified did not match the calculated checksum.");
    }

    /** What a request says of its body. */
    static Map<Checksums, String> sent(S3Call call) {
        Map<Checksums, String> sent = new EnumMap<>(Checksums.class);
        for (Checksums algorithm : Checksums.values())
            call.header(algorithm.header())
                    .or(() -> Optional.ofNullable(call.payload().trailers().get(algorithm.header())))
                    .ifPresent(value -> sent.put(algorithm, value));
        return sent;
    }
}
