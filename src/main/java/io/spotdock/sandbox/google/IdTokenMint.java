package io.spotdock.sandbox.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.wire.IdTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Makes and reads ID tokens: JSON Web Tokens signed with RS256 (RFC 7519, RFC 7515). */
final class IdTokenMint implements IdTokens {
    static final String ISSUER = "https://accounts.google.com";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SigningKey key;
    private final InstantSource clock;

    IdTokenMint(SigningKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /** @param azp left out of the token when empty */
    String token(String subject, String audience, Optional<String> azp) {
        Instant now = clock.instant();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", ISSUER).put("sub", subject).put("aud", audience);
        azp.ifPresent(party -> claims.put("azp", party));
        claims.put("email", "thoughtspot-delivery@sandbox.iam.gserviceaccount.com")
                .put("email_verified", true)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond());
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", "RS256").put("kid", key.id()).put("typ", "JWT");
        String signed = encoded(header) + "." + encoded(claims);
        return signed + "." + BASE64URL.encodeToString(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public Optional<Claims> verify(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) return Optional.empty();
        try {
            JsonNode header = decoded(parts[0]);
            byte[] text = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            boolean genuine = header.path("alg").asText().equals("RS256")
                    && header.path("kid").asText().equals(key.id())
                    && key.signed(text, Base64.getUrlDecoder().decode(parts[2]));
            if (!genuine) return Optional.empty();
            JsonNode claims = decoded(parts[1]);
            Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
            if (!claims.path("iss").asText().equals(ISSUER) || !clock.instant().isBefore(expires))
                return Optional.empty();
            return Optional.of(new Claims(
                    ISSUER,
                    claims.path("sub").asText(),
                    claims.path("aud").asText(),
                    Optional.ofNullable(claims.get("azp")).map(JsonNode::asText),
                    expires));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String encoded(ObjectNode node) {
        return BASE64URL.encodeToString(Json.write(node));
    }

    private static JsonNode decoded(String part) throws IOException {
        return Json.read(Base64.getUrlDecoder().decode(part));
    }
}
