package io.spotdock.domain.signature;

import io.spotdock.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A delivery that anybody can check: a secret that opens nothing, a short body in the shape that ThoughtSpot documents,
 * and its signature, as code in the languages that receivers are written in.
 *
 * @param header the name of the header, as in the settings
 */
public record Example(String header) {
    public static final String SECRET = "spotdock-example-secret";

    /** Without an apostrophe, so that a shell can hold it in quotes. */
    public static final String BODY = "{\"eventType\":\"LIVEBOARD_SCHEDULE\",\"schemaVersion\":\"1.0\","
            + "\"metadataObject\":{\"objectType\":\"LIVEBOARD\",\"name\":\"Example\"}}";

    /** What the pane fills in, and what stands where a name would not be safe in the midst of code. */
    public static final String USUAL_HEADER = "X-Webhook-Signature";

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    public Example {
        if (!SAFE.matcher(header).matches()) header = USUAL_HEADER;
    }

    /** What a receiver may be written in. */
    public enum Language {
        SHELL("shell"),
        PYTHON("python"),
        NODE("node"),
        JAVA("java");

        private final String id;

        Language(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    public Signature signature() {
        try (Secret secret = Secret.of(SECRET)) {
            return Signature.of(secret, BODY.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The header as it would come. */
    public String line() {
        return header + ": " + signature().hex();
    }

    /** Code that runs as it stands: a function for a receiver, and the example put through it. */
    public String code(Language language) {
        String pattern = switch (language) {
            case SHELL -> SHELL;
            case PYTHON -> PYTHON;
            case NODE -> NODE;
            case JAVA -> JAVA;
        };
        String body = language == Language.JAVA ? BODY.replace("\"", "\\\"") : BODY;
        return pattern.replace("SECRET", SECRET)
                .replace("BODY", body)
                .replace("HEX", signature().hex())
                .replace("HEADER", header);
    }

    private static final String SHELL = """
            # the digest in hex, and the same in Base64
            printf '%s' 'BODY' | openssl dgst -sha256 -hmac 'SECRET'
            printf '%s' 'BODY' | openssl dgst -sha256 -hmac 'SECRET' -binary | openssl base64
            """;

    private static final String PYTHON = """
            import base64, hashlib, hmac

            def is_genuine(secret: bytes, body: bytes, signature: str) -> bool:
                \"""body: the raw bytes, before any parsing; signature: the header HEADER\"""
                digest = hmac.new(secret, body, hashlib.sha256).digest()
                given = signature.strip().removeprefix("sha256=").encode()
                wanted = (digest.hex().encode(), base64.b64encode(digest))
                return any([hmac.compare_digest(each, given) for each in wanted])

            print(is_genuine(b'SECRET', b'BODY', 'HEX'))
            """;

    private static final String NODE = """
            const crypto = require('node:crypto');

            // body: a Buffer of the raw bytes, before any parsing; signature: the header HEADER
            function isGenuine(secret, body, signature) {
              const digest = crypto.createHmac('sha256', secret).update(body).digest();
              const given = Buffer.from(signature.trim().replace(/^sha256=/, ''));
              return ['hex', 'base64']
                .map((form) => Buffer.from(digest.toString(form)))
                .some((each) => each.length === given.length && crypto.timingSafeEqual(each, given));
            }

            console.log(isGenuine('SECRET', Buffer.from('BODY'), 'HEX'));
            """;

    private static final String JAVA = """
            import java.security.MessageDigest;
            import java.util.Base64;
            import java.util.HexFormat;
            import javax.crypto.Mac;
            import javax.crypto.spec.SecretKeySpec;

            class Signed {
                /** body: the raw bytes, before any parsing; signature: the header HEADER */
                static boolean isGenuine(byte[] secret, byte[] body, String signature) throws Exception {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                    byte[] digest = mac.doFinal(body);
                    byte[] given = signature.strip().replaceFirst("^sha256=", "").getBytes("UTF-8");
                    return MessageDigest.isEqual(HexFormat.of().formatHex(digest).getBytes("UTF-8"), given)
                            | MessageDigest.isEqual(Base64.getEncoder().encode(digest), given);
                }

                public static void main(String[] args) throws Exception {
                    System.out.println(isGenuine("SECRET".getBytes("UTF-8"), "BODY".getBytes("UTF-8"), "HEX"));
                }
            }
            """;
}
