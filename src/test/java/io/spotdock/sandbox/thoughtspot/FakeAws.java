package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.google.GoogleIssuer;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.IdTokens;
import io.spotdock.sandbox.wire.LoopbackServer;
import io.spotdock.sandbox.wire.SigV4;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Just enough of STS and S3 to see, from their side, what ThoughtSpot sends. What they make of it under real policies is in
 * {@link DeliveryTest}.
 */
final class FakeAws implements AutoCloseable {
    static final AwsKey THOUGHTSPOT = new AwsKey("AKIATHOUGHTSPOT00001", "thoughtspot-secret");
    static final AwsKey STRANGER = new AwsKey("AKIASTRANGER00000001", "stranger-secret");
    static final String EXTERNAL_ID = "ts-webhook-x7k9m2p4q1";
    private static final AwsKey SESSION = new AwsKey("ASIASESSION000000001", "session-secret", "session-token");
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/([^/]+)/([^/]+)/([^/]+)/aws4_request, SignedHeaders=([^,]+), Signature=(.+)");

    /** Path of the object → its content. */
    final Map<String, String> objects = new ConcurrentHashMap<>();

    /** The last form that STS received. */
    final Map<String, String> form = new ConcurrentHashMap<>();

    private final Optional<GoogleIssuer> google;
    private final LoopbackServer server = new LoopbackServer(0, this::answer);

    FakeAws(Optional<GoogleIssuer> google) {
        this.google = google;
    }

    URI address() {
        return server.address();
    }

    private Exchange.Answer answer(Exchange exchange) {
        return exchange.method().equals("PUT") ? put(exchange) : assume(exchange);
    }

    private Exchange.Answer assume(Exchange exchange) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : new String(exchange.body(), StandardCharsets.UTF_8).split("&")) {
            String[] halves = pair.split("=", 2);
            fields.put(halves[0], URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
        }
        form.clear();
        form.putAll(fields);
        boolean trusted = google.isPresent()
                ? trusts(google.get().verify(fields.getOrDefault("WebIdentityToken", "")))
                : signed(exchange, THOUGHTSPOT, "us-east-1", "sts") && EXTERNAL_ID.equals(fields.get("ExternalId"));
        if (!trusted)
            return xml(
                    403,
                    "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
                            + "<Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:user/delivery is not"
                            + " authorized to perform: sts:AssumeRole on resource: " + fields.get("RoleArn")
                            + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");
        return xml(
                200,
                "<R xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Credentials><AccessKeyId>"
                        + SESSION.accessKeyId() + "</AccessKeyId><SecretAccessKey>" + SESSION.secretKey()
                        + "</SecretAccessKey><SessionToken>" + SESSION.sessionToken()
                        + "</SessionToken></Credentials></R>");
    }

    private static boolean trusts(Optional<IdTokens.Claims> claims) {
        return claims.filter(c -> c.sub().equals("115663769112811637952"))
                .filter(c -> c.azp().orElse(c.aud()).equals("115663769112811637952"))
                .isPresent();
    }

    private Exchange.Answer put(Exchange exchange) {
        boolean allowed = signed(exchange, SESSION, "eu-west-1", "s3")
                && exchange.header("x-amz-security-token").equals(Optional.of(SESSION.sessionToken()))
                && exchange.header("x-amz-acl").equals(Optional.of("bucket-owner-full-control"))
                && exchange.rawPath().startsWith("/exports/reports/");
        if (!allowed)
            return xml(
                    403,
                    "<Error><Code>AccessDenied</Code><Message>no s3:PutObject</Message>"
                            + "<RequestId>r-2</RequestId></Error>");
        objects.put(exchange.rawPath(), new String(exchange.body(), StandardCharsets.UTF_8));
        return new Exchange.Answer(200, Map.of("ETag", "\"1\""), new byte[0]);
    }

    private static boolean signed(Exchange exchange, AwsKey key, String region, String service) {
        Matcher header = AUTHORIZATION.matcher(exchange.header("authorization").orElse(""));
        if (!header.matches() || !header.group(1).equals(key.accessKeyId())) return false;
        if (!header.group(3).equals(region) || !header.group(4).equals(service)) return false;
        SigV4.Scope scope = new SigV4.Scope(header.group(2), region, service);
        String canonical = SigV4.canonicalRequest(
                exchange.method(),
                exchange.rawPath(),
                List.of(),
                Arrays.asList(header.group(5).split(";")),
                exchange.headers(),
                SigV4.sha256Hex(exchange.body()));
        String date = exchange.header("x-amz-date").orElse("");
        return SigV4.signature(SigV4.signingKey(key.secretKey(), scope), SigV4.stringToSign(date, scope, canonical))
                .equals(header.group(6));
    }

    private static Exchange.Answer xml(int status, String body) {
        return new Exchange.Answer(status, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
