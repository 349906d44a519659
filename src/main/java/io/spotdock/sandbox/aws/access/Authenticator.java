package io.spotdock.sandbox.aws.access;

import io.spotdock.domain.RegionName;
import io.spotdock.sandbox.aws.protocol.Dialect;
import io.spotdock.sandbox.aws.protocol.Payload;
import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.protocol.Request;
import io.spotdock.sandbox.aws.protocol.Signature;
import io.spotdock.sandbox.aws.protocol.SignatureCheck;
import io.spotdock.sandbox.aws.protocol.SignatureV2Check;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.aws.state.AwsFault;
import io.spotdock.sandbox.aws.state.Principal;
import io.spotdock.sandbox.aws.state.World;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out who signed a request, and takes the body out of its signed framing. */
public final class Authenticator {
    private final World world;

    public Authenticator(World world) {
        this.world = world;
    }

    /**
     * A request whose signer is known.
     *
     * @param region the one it was signed for; empty where no region was
     */
    public record Signed(Caller caller, Payload payload, Optional<String> region) {}

    /** @param v2Path the canonical path for Signature Version 2 */
    public Signed authenticate(Request request, Signature signature, Dialect dialect, Supplier<String> v2Path) {
        return switch (signature) {
            case Signature.None _ ->
                new Signed(Caller.ANONYMOUS, new Payload(request.body(), Map.of()), Optional.empty());
            case Signature.Malformed(String code, String text) ->
                throw dialect == Dialect.S3 ? new Refusal(400, code, text) : dialect.incomplete(text);
            case Signature.V4 v4 -> {
                AccessKey key = key(v4.accessKeyId(), dialect);
                Payload payload = new SignatureCheck(request, v4, dialect, world.now()).verify(key.secret());
                checkToken(key, v4.token(), dialect);
                yield new Signed(
                        caller(key, v4.scope().region(), dialect),
                        payload,
                        Optional.of(v4.scope().region()));
            }
            case Signature.V2Query v2 -> {
                AccessKey key = key(v2.accessKeyId(), dialect);
                Payload payload = SignatureV2Check.verify(request, v2, key.secret(), v2Path.get(), world.now());
                checkToken(key, v2.token(), dialect);
                Caller caller = Caller.of(world, key).orElseThrow(() -> dialect.unknownKey(key.id()));
                yield new Signed(caller, payload, Optional.empty());
            }
        };
    }

    private AccessKey key(String id, Dialect dialect) {
        return Optional.ofNullable(world.keys().get(id))
                .filter(AccessKey::active)
                .orElseThrow(() -> dialect.unknownKey(id));
    }

    private void checkToken(AccessKey key, Optional<String> sent, Dialect dialect) {
        if (key.temporary() && sent.isEmpty()) throw dialect.unknownKey(key.id());
        if (!key.token().equals(sent)) throw dialect.wrongToken();
        Instant now = world.now();
        boolean ofUser = key.temporary() && key.owner() instanceof Principal.User;
        if (ofUser && world.faults().takeLast(AwsFault.EXPIRE.id())) {
            world.addKey(key.ended(now));
            throw dialect.expiredToken();
        }
        if (key.expires().filter(end -> !now.isBefore(end)).isPresent()) throw dialect.expiredToken();
    }

    /** An identity is known in its own partition only. */
    private Caller caller(AccessKey key, String region, Dialect dialect) {
        Caller caller = Caller.of(world, key).orElseThrow(() -> dialect.unknownKey(key.id()));
        boolean known = RegionName.parse(region)
                .good()
                .filter(r -> caller.account()
                        .filter(a -> a.partition() == r.partition())
                        .isPresent())
                .isPresent();
        if (!known) throw dialect.unknownKey(key.id());
        return caller;
    }
}
