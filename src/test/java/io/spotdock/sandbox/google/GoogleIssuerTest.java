package io.spotdock.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.domain.ServiceAccountId;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.wire.IdTokens;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleIssuerTest {
    private static final String ID = "115663769112811637952";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private volatile Instant now = Instant.parse("2026-08-01T10:00:00Z");
    private final Faults faults = new Faults();
    private final CallLog calls = new CallLog();
    private final GoogleIssuer google = new GoogleIssuer(new ServiceAccountId(ID), () -> now, calls, faults);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        google.close();
        http.close();
    }

    @Test
    void aTokenIsSignedByThePublishedKey() throws Exception {
        JsonNode discovery =
                JSON.readTree(get("/.well-known/openid-configuration").body());
        JsonNode key = JSON.readTree(http.send(
                                HttpRequest.newBuilder(URI.create(
                                                discovery.path("jwks_uri").asText()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("keys")
                .path(0);
        String[] token = get("/token?aud=" + ID).body().split("\\.");

        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        check.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(check.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
        assertThat(part(token[0]).path("kid")).isEqualTo(key.path("kid"));
        assertThat(number(key, "n").bitLength()).isEqualTo(2048);
    }

    @Test
    void aTokenCarriesTheClaimsOfAServiceAccount() throws Exception {
        JsonNode claims = claims("/token?aud=" + ID + "&azp=" + ID);

        assertThat(claims.path("iss").asText()).isEqualTo("https://accounts.google.com");
        assertThat(claims.path("sub").asText()).isEqualTo(ID);
        assertThat(claims.path("aud").asText()).isEqualTo(ID);
        assertThat(claims.path("azp").asText()).isEqualTo(ID);
        assertThat(claims.path("email_verified").asBoolean()).isTrue();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
        assertThat(claims.path("iat").asLong()).isEqualTo(now.getEpochSecond());
    }

    @Test
    void theAuthorizedPartyIsThereWhenItIsAskedFor() throws Exception {
        assertThat(claims("/token?aud=a%20b&azp=other").path("azp").asText()).isEqualTo("other");
        assertThat(claims("/token?aud=a%20b").path("aud").asText()).isEqualTo("a b");
        assertThat(claims("/token?aud=a").has("azp")).isFalse();
    }

    @Test
    void aTokenNeedsAnAudience() throws Exception {
        assertThat(get("/token").statusCode()).isEqualTo(400);
        assertThat(get("/token?aud=").statusCode()).isEqualTo(400);
    }

    @Test
    void itsOwnTokenIsVerified() throws Exception {
        IdTokens.Claims claims =
                google.verify(get("/token?aud=me&azp=" + ID).body()).orElseThrow();

        assertThat(claims)
                .isEqualTo(new IdTokens.Claims(
                        "https://accounts.google.com", ID, "me", Optional.of(ID), now.plus(Duration.ofHours(1))));
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        String token = get("/token?aud=me").body();
        now = now.plus(Duration.ofSeconds(3599));
        assertThat(google.verify(token)).isPresent();
        now = now.plusSeconds(1);

        assertThat(google.verify(token)).isEmpty();
    }

    @Test
    void aTokenOfAnotherIssuersKeyIsRefused() throws Exception {
        try (GoogleIssuer other = new GoogleIssuer(new ServiceAccountId(ID), () -> now, calls, faults)) {
            String foreign = http.send(
                            HttpRequest.newBuilder(URI.create(other.tokenUrl() + "?aud=me"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(other.verify(foreign)).isPresent();
            assertThat(google.verify(foreign)).isEmpty();
        }
    }

    @Test
    void aTamperedOrUnsignedTokenIsRefused() throws Exception {
        String[] token = get("/token?aud=me").body().split("\\.");
        String forged =
                encoded("{\"iss\":\"https://accounts.google.com\",\"sub\":\"1\",\"aud\":\"me\",\"exp\":9999999999}");
        String none = encoded("{\"alg\":\"none\"}");

        assertThat(google.verify(token[0] + "." + forged + "." + token[2])).isEmpty();
        assertThat(google.verify(none + "." + token[1] + ".")).isEmpty();
        assertThat(google.verify(token[0] + "." + token[1] + ".AAAA")).isEmpty();
        assertThat(google.verify("no token")).isEmpty();
        assertThat(google.verify("a.b.c")).isEmpty();
    }

    @Test
    void theFaultsChangeTheClaims() throws Exception {
        faults.set("google-wrong-sub", "");
        faults.set("google-no-azp", "");

        JsonNode claims = claims("/token?aud=me&azp=me");

        assertThat(claims.path("sub").asText()).isNotEqualTo(ID).hasSameSizeAs(ID);
        assertThat(claims.has("azp")).isFalse();
    }

    @Test
    void everyCallIsLogged() throws Exception {
        get("/token?aud=me");
        get("/nowhere");

        assertThat(calls.calls())
                .containsExactly(
                        new CallLog.Call("google", "/token", false, 200),
                        new CallLog.Call("google", "/nowhere", false, 404));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(google.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode claims(String path) throws Exception {
        return part(get(path).body().split("\\.")[1]);
    }

    private static JsonNode part(String part) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
