package io.spotdock.sandbox.thoughtspot;

import io.spotdock.domain.Org;

/** Who calls, and in which Org. */
record Session(User user, Org org) {}
