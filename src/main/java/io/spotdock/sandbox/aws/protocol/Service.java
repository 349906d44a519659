package io.spotdock.sandbox.aws.protocol;

import io.spotdock.sandbox.wire.Exchange;

/** One of AWS's services behind the common address. */
public interface Service {
    /** A request by the API's own name for it, and whether it changes something. */
    record Named(String action, boolean write) {}

    /** As it stands in the scope of a signature. */
    String name();

    Named named(Request request, Signature signature);

    /** @throws Refusal which {@link #refuse} then words */
    Exchange.Answer serve(Request request, Signature signature);

    Exchange.Answer refuse(Request request, Refusal refusal);

    Refusal throttled();

    Refusal broken();
}
