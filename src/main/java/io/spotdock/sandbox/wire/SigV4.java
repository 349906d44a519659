package io.spotdock.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The arithmetic of AWS Signature Version 4 (IAM User Guide, "Create a signed AWS API request"). */
public final class SigV4 {
    public static final String ALGORITHM = "AWS4-HMAC-SHA256";
    public static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    private SigV4() {}

    /**
     * The credential scope.
     *
     * @param date {@code yyyyMMdd}
     */
    public record Scope(String date, String region, String service) {
        @Override
        public String toString() {
            return String.join("/", date, region, service, "aws4_request");
        }
    }

    /**
     * The canonical request.
     *
     * @param canonicalUri already encoded as the service wants it
     * @param query decoded names and values, without {@code X-Amz-Signature}; a name may repeat
     * @param signedHeaders lower-case names, sorted
     * @param headers lower-case name → values
     */
    public static String canonicalRequest(
            String method,
            String canonicalUri,
            List<Map.Entry<String, String>> query,
            List<String> signedHeaders,
            Map<String, List<String>> headers,
            String payloadHash) {
        String canonicalQuery = query.stream()
                .map(entry -> encode(entry.getKey(), true) + "=" + encode(entry.getValue(), true))
                .sorted()
                .collect(Collectors.joining("&"));
        StringBuilder canonicalHeaders = new StringBuilder();
        for (String name : signedHeaders) {
            String value = headers.getOrDefault(name, List.of()).stream()
                    .map(v -> v.strip().replaceAll(" +", " "))
                    .collect(Collectors.joining(","));
            canonicalHeaders.append(name).append(':').append(value).append('\n');
        }
        return String.join(
                "\n",
                method,
                canonicalUri.isEmpty() ? "/" : canonicalUri,
                canonicalQuery,
                canonicalHeaders.toString(),
                String.join(";", signedHeaders),
                payloadHash);
    }

    /** @param amzDate {@code yyyyMMdd'T'HHmmss'Z'} */
    public static String stringToSign(String amzDate, Scope scope, String canonicalRequest) {
        return String.join("\n", ALGORITHM, amzDate, scope.toString(), sha256Hex(utf8(canonicalRequest)));
    }

    public static byte[] signingKey(String secretKey, Scope scope) {
        byte[] key = hmac(utf8("AWS4" + secretKey), scope.date());
        key = hmac(key, scope.region());
        key = hmac(key, scope.service());
        return hmac(key, "aws4_request");
    }

    public static String signature(byte[] signingKey, String stringToSign) {
        return HexFormat.of().formatHex(hmac(signingKey, stringToSign));
    }

    /** The headers that sign a request, {@code Authorization} included; {@code headers} must hold {@code host}. */
    public static Map<String, String> sign(
            String method,
            String canonicalUri,
            List<Map.Entry<String, String>> query,
            Map<String, String> headers,
            byte[] body,
            String accessKeyId,
            String secretKey,
            String sessionToken,
            String amzDate,
            Scope scope) {
        TreeMap<String, List<String>> signed = new TreeMap<>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(java.util.Locale.ROOT), List.of(value)));
        String payloadHash = sha256Hex(body);
        signed.put("x-amz-date", List.of(amzDate));
        signed.put("x-amz-content-sha256", List.of(payloadHash));
        if (!sessionToken.isEmpty()) signed.put("x-amz-security-token", List.of(sessionToken));
        List<String> names = List.copyOf(signed.keySet());
        String request = canonicalRequest(method, canonicalUri, query, names, signed, payloadHash);
        String signature = signature(signingKey(secretKey, scope), stringToSign(amzDate, scope, request));
        Map<String, String> all = new TreeMap<>();
        signed.forEach((name, values) -> all.put(name, values.getFirst()));
        all.put(
                "authorization",
                ALGORITHM + " Credential=" + accessKeyId + "/" + scope + ", SignedHeaders=" + String.join(";", names)
                        + ", Signature=" + signature);
        return all;
    }

    /** Percent-encodes all but RFC 3986's unreserved characters, as AWS's {@code UriEncode} does. */
    public static String encode(String text, boolean encodeSlash) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : utf8(text)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (plain || c == '-' || c == '_' || c == '.' || c == '~' || c == '/' && !encodeSlash) encoded.append(c);
            else encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return encoded.toString();
    }

    public static String sha256Hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
