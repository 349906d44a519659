package io.spotdock.port;

import io.spotdock.domain.Caller;

/** STS, as the operator uses it. */
public interface Tokens {
    Caller whoAmI();
}
