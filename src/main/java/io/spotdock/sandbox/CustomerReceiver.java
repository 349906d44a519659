package io.spotdock.sandbox;

import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.net.URI;
import java.util.Map;

/** A webhook's URL as a customer would have one: it answers 200 to anything, and keeps nothing but count. */
final class CustomerReceiver implements AutoCloseable {
    private final LoopbackServer server;

    CustomerReceiver(CallLog calls) {
        server = new LoopbackServer(0, exchange -> {
            calls.add(new CallLog.Call("receiver", exchange.method(), false, 200));
            return new Exchange.Answer(200, Map.of(), new byte[0]);
        });
    }

    URI url() {
        return server.address().resolve("/thoughtspot/webhook");
    }

    @Override
    public void close() {
        server.close();
    }
}
