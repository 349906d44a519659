package io.spotdock.thoughtspot;

import io.spotdock.network.Trust;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Tls;
import io.spotdock.port.ReceiverHealth.Veil;
import io.spotdock.port.ReceiverHealth.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** One connection to a URL's host, made by hand so that each stage can be timed and told; nothing is sent over it. */
final class Dial {
    /** Finds the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** How far it came. */
    record Dialled(Stage<List<InetAddress>> name, Stage<InetAddress> connection, Stage<Tls> tls) {
        boolean isThrough() {
            return tls instanceof Stage.Seen || tls.equals(new Stage.Hidden<Tls>(Veil.PLAIN));
        }
    }

    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private final Resolver resolver;
    private final X509ExtendedTrustManager trust;
    private final InstantSource clock;
    private final Mishap mishap;
    private final Duration limit;

    Dial(Resolver resolver, X509ExtendedTrustManager trust, InstantSource clock, Duration limit) {
        this.resolver = resolver;
        this.trust = trust;
        this.clock = clock;
        this.mishap = new Mishap(clock);
        this.limit = limit;
    }

    Dialled dial(URI url) {
        Deadline deadline = Deadline.in(limit);
        String host = url.getHost().replaceAll("^\\[|]$", "");
        boolean secure = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        Stage<List<InetAddress>> name = timed(deadline, () -> List.of(resolver.resolve(host)), Mishap::ofName);
        if (!(name instanceof Stage.Seen<List<InetAddress>>(List<InetAddress> addresses, Duration _)))
            return new Dialled(name, new Stage.NotReached<>(), new Stage.NotReached<>());
        try (Socket socket = new Socket()) {
            // What Java itself takes for a call: the first.
            InetAddress address = addresses.getFirst();
            Stage<InetAddress> connection = timed(
                    deadline,
                    () -> {
                        socket.connect(new InetSocketAddress(address, port));
                        return address;
                    },
                    Mishap::ofConnection);
            if (connection.seen().isEmpty()) return new Dialled(name, connection, new Stage.NotReached<>());
            Stage<Tls> tls = secure ? handshake(deadline, socket, host, port) : new Stage.Hidden<>(Veil.PLAIN);
            return new Dialled(name, connection, tls);
        } catch (IOException e) {
            return new Dialled(name, Mishap.of(Why.OTHER, e), new Stage.NotReached<>());
        }
    }

    private Stage<Tls> handshake(Deadline deadline, Socket socket, String host, int port) {
        RememberingTrust remembering = new RememberingTrust(trust);
        return timed(
                deadline,
                () -> {
                    SSLSocket secured = (SSLSocket)
                            Trust.context(remembering).getSocketFactory().createSocket(socket, host, port, true);
                    SSLParameters parameters = secured.getSSLParameters();
                    // Without this the JDK checks the chain, and not whose it is (RFC 9110 section 4.3.4).
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    parameters.setProtocols(VERSIONS.toArray(String[]::new));
                    secured.setSSLParameters(parameters);
                    secured.startHandshake();
                    return tls(secured.getSession(), clock.instant());
                },
                thrown -> mishap.ofHandshake(thrown, remembering.shown()));
    }

    /** What a session that was trusted rests on. */
    static Tls tls(SSLSession session, Instant now) throws SSLPeerUnverifiedException {
        X509Certificate own = (X509Certificate) session.getPeerCertificates()[0];
        Instant until = own.getNotAfter().toInstant();
        return new Tls(session.getProtocol(), Mishap.issuer(own), until, ChronoUnit.DAYS.between(now, until));
    }

    /** What an exception means. */
    @FunctionalInterface
    private interface Meaning<T> {
        Stage<T> of(Throwable thrown);
    }

    private <T> Stage<T> timed(Deadline deadline, Callable<T> work, Meaning<T> meaning) {
        long start = System.nanoTime();
        try {
            T seen = deadline.call(work);
            return new Stage.Seen<>(seen, Duration.ofNanos(System.nanoTime() - start));
        } catch (TimeoutException _) {
            return Mishap.late(limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            return meaning.of(e.getCause() == null ? e : e.getCause());
        }
    }
}
