package io.spotdock.port;

import io.spotdock.domain.Caller;
import java.time.Duration;
import java.util.Optional;

/** STS, as the operator uses it. */
public interface Tokens {
    Caller whoAmI();

    /**
     * How far this computer's clock is from AWS's, by the time that AWS's answer bears: positive when ours is fast. Good to
     * a few seconds.
     *
     * @return empty when the answer bears none
     */
    Optional<Duration> clockSkew();
}
