package io.spotdock.aws;

import io.spotdock.domain.MfaCode;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The sessions that codes were given for, in memory only. A code is good once, so its session is kept for every use. */
final class MfaSessions {
    private final InstantSource clock;
    private final Map<MfaDevice, MfaSession> kept = new ConcurrentHashMap<>();

    MfaSessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A session: the one that this code gives or gave, or without a code one that is still good.
     *
     * @param ask calls AWS with the code, when credentials are first needed
     * @return empty without a session and without a code to get one
     */
    Optional<AwsCredentialsProvider> of(MfaDevice device, Optional<MfaCode> code, Function<MfaCode, Credentials> ask) {
        return Optional.ofNullable(kept.compute(device, (_, earlier) -> {
            Optional<MfaSession> known = Optional.ofNullable(earlier);
            if (code.isEmpty()) return known.filter(MfaSession::isGood).orElse(null);
            return known.filter(session -> session.isOf(code.get()))
                    .orElseGet(() -> new MfaSession(code.get(), ask, clock));
        }));
    }
}
