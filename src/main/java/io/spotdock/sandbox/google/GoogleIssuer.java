package io.spotdock.sandbox.google;

import io.spotdock.domain.ServiceAccountId;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.IdTokens;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Google's issuer with one service account, ThoughtSpot's: the OpenID discovery document, the keys, and ID tokens as
 * Google's metadata server hands them out (Compute Engine, "Verifying the identity of VMs"). {@code &azp=VALUE} adds the
 * authorised party, which in real tokens of a service account is its unique ID, and which ThoughtSpot's own deliveries
 * carry here; without it AWS takes {@code aud} itself for the audience, so that a token for another one is refused.
 */
public final class GoogleIssuer implements IdTokens, AutoCloseable {
    private final ServiceAccountId serviceAccount;
    private final CallLog calls;
    private final Faults faults;
    private final SigningKey key = new SigningKey();
    private final IdTokenMint mint;
    private final LoopbackServer server;

    public GoogleIssuer(ServiceAccountId serviceAccount, InstantSource clock, CallLog calls, Faults faults) {
        this.serviceAccount = serviceAccount;
        this.calls = calls;
        this.faults = faults;
        mint = new IdTokenMint(key, clock);
        server = new LoopbackServer(0, this::answer);
    }

    public URI address() {
        return server.address();
    }

    /** GET with {@code ?aud=…} answers an ID token of the service account. */
    public URI tokenUrl() {
        return server.address().resolve("/token");
    }

    @Override
    public Optional<Claims> verify(String jwt) {
        return mint.verify(jwt);
    }

    private Exchange.Answer answer(Exchange exchange) {
        Exchange.Answer answer = exchange.method().equals("GET")
                ? switch (exchange.rawPath()) {
                    case "/.well-known/openid-configuration" -> json(discovery());
                    case "/certs" -> json(Map.of("keys", List.of(publicKey())));
                    case "/token" -> token(exchange.rawQuery());
                    default -> text(404, "Not Found");
                }
                : text(405, "Method Not Allowed");
        calls.add(new CallLog.Call("google", exchange.rawPath(), false, answer.status()));
        return answer;
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", IdTokenMint.ISSUER,
                "jwks_uri", server.address().resolve("/certs").toString(),
                "response_types_supported", List.of("id_token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "claims_supported", List.of("aud", "azp", "email", "email_verified", "exp", "iat", "iss", "sub"));
    }

    private Map<String, String> publicKey() {
        return Map.of(
                "kty", "RSA", "alg", "RS256", "use", "sig", "kid", key.id(), "n", key.modulus(), "e", key.exponent());
    }

    private Exchange.Answer token(String query) {
        Optional<String> audience = parameter(query, "aud").filter(aud -> !aud.isEmpty());
        if (audience.isEmpty()) return text(400, "non-empty aud parameter required");
        Optional<String> azp = parameter(query, "azp").filter(_ -> !faults.isOn(GoogleFault.NO_AZP.id()));
        String subject =
                faults.isOn(GoogleFault.WRONG_SUB.id()) ? another(serviceAccount.value()) : serviceAccount.value();
        return text(200, mint.token(subject, audience.get(), azp));
    }

    /** An ID of the same length that is surely not the given one. */
    private static String another(String id) {
        return (id.startsWith("9") ? "1" : "9") + id.substring(1);
    }

    private static Optional<String> parameter(String query, String name) {
        for (String pair : query.split("&"))
            if (pair.startsWith(name + "="))
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
        return Optional.empty();
    }

    private static Exchange.Answer text(int status, String body) {
        return new Exchange.Answer(status, Map.of("Content-Type", "text/plain"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Exchange.Answer json(Object body) {
        return new Exchange.Answer(200, Map.of("Content-Type", "application/json"), Json.write(body));
    }

    @Override
    public void close() {
        server.close();
    }
}
