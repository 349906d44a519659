package io.spotdock.sandbox.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * An HTTP server that only this computer reaches; one virtual thread a connection. The JDK's own one would do, but for
 * the {@code Date} that it puts into every answer: a sandbox whose clock is wrong has to say the wrong time.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final ServerSocket listening;
    private final Exchange.Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param port 0 for any free one */
    public LoopbackServer(int port, Exchange.Handler handler) {
        this.handler = handler;
        try {
            listening = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException _) {
                // Closed meanwhile, or the client has gone before it was let in.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            // Else what is written last waits 40 ms for the acknowledgement of what was written before.
            socket.setTcpNoDelay(true);
            HttpWire wire = new HttpWire(socket.getInputStream(), socket.getOutputStream());
            for (boolean on = true; on; ) {
                Optional<Exchange> exchange = wire.next();
                if (exchange.isEmpty()) return;
                Exchange.Answer answer = handler.answer(exchange.get());
                if (answer.drop()) return;
                on = wire.answer(exchange.get(), answer);
            }
        } catch (IOException _) {
            // The client has gone: nobody is there to be told.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listening.close();
            for (Socket socket : open) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
