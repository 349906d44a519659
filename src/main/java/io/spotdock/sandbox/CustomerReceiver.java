package io.spotdock.sandbox;

import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.Gate;
import io.spotdock.sandbox.wire.CallSignature;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * A webhook's URL as a customer would have one: it answers 200 to anything, and keeps nothing but count. A second one
 * takes only what is signed with its secret, and answers 401 to all else. The fault {@code receiver} is theirs as well,
 * as far as an answer goes.
 */
final class CustomerReceiver implements AutoCloseable {
    /** In this header the second one looks for a signature. */
    static final String HEADER = "X-Webhook-Signature";

    /** The secret it shares with whoever calls it. Opens nothing but the sandbox. */
    static final String SECRET = "sandbox-signing-secret";

    private static final String SIGNED = "/thoughtspot/signed";

    private final LoopbackServer server;

    CustomerReceiver(CallLog calls, Faults faults) {
        server = new LoopbackServer(0, exchange -> {
            Exchange.Answer answer = faults.gate()
                    .through(
                            "receiver",
                            exchange.method(),
                            false,
                            exchange.header("user-agent"),
                            () -> faults.value("receiver")
                                    .map(CustomerReceiver::atFault)
                                    .orElseGet(() -> answered(status(exchange))),
                            CustomerReceiver::turnedAway);
            calls.add(new CallLog.Call("receiver", exchange.method(), false, answer.status()));
            return answer;
        });
    }

    private static Exchange.Answer turnedAway(Gate.Ruling ruling) {
        return switch (ruling) {
            case PASS, DROP, SILENCE -> Exchange.Answer.dropped();
            case BREAK -> answered(502);
            case THROTTLE -> answered(429);
            case DENY -> answered(403);
        };
    }

    private static Exchange.Answer answered(int status) {
        return new Exchange.Answer(status, Map.of(), new byte[0]);
    }

    /** One that is slow for ThoughtSpot is dropped here, as nobody is to wait for a sandbox. */
    private static Exchange.Answer atFault(String fault) {
        return switch (fault) {
            case "slow", "refused" -> Exchange.Answer.dropped();
            case "redirect" -> new Exchange.Answer(302, Map.of("Location", "/elsewhere"), new byte[0]);
            default -> answered(fault.matches("[1-5][0-9]{2}") ? Integer.parseInt(fault) : 500);
        };
    }

    private static int status(Exchange exchange) {
        if (!exchange.rawPath().equals(SIGNED)) return 200;
        if (!exchange.method().equals("POST")) return 405;
        return exchange.header(HEADER.toLowerCase(Locale.ROOT))
                        .filter(given -> isGenuine(exchange.body(), given))
                        .isPresent()
                ? 200
                : 401;
    }

    /** Either way of writing is taken, as ThoughtSpot publishes neither. */
    private static boolean isGenuine(byte[] body, String given) {
        byte[] digest = CallSignature.of(SECRET.getBytes(StandardCharsets.UTF_8), body);
        byte[] text = given.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(HexFormat.of().formatHex(digest).getBytes(StandardCharsets.UTF_8), text)
                || MessageDigest.isEqual(Base64.getEncoder().encode(digest), text);
    }

    URI url() {
        return server.address().resolve("/thoughtspot/webhook");
    }

    URI signedUrl() {
        return server.address().resolve(SIGNED);
    }

    @Override
    public void close() {
        server.close();
    }
}
