package io.spotdock.thoughtspot;

import io.spotdock.network.Flaw;
import io.spotdock.network.http.Wire;
import io.spotdock.port.ReceiverHealth.Stage.Failed;
import io.spotdock.port.ReceiverHealth.Why;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What an exception on the way to a URL means. */
final class Mishap {
    private final InstantSource clock;

    Mishap(InstantSource clock) {
        this.clock = clock;
    }

    static <T> Failed<T> of(Why why, Throwable thrown) {
        return new Failed<>(why, "", Wire.chain(thrown));
    }

    static <T> Failed<T> late(String waited) {
        return new Failed<>(Why.TIMED_OUT, "", "no answer within " + waited);
    }

    /** A name that was not resolved. The C library says "Temporary failure" where nobody could be asked. */
    static <T> Failed<T> ofName(Throwable thrown) {
        boolean unanswered = String.valueOf(thrown.getMessage()).contains("emporary");
        return of(unanswered ? Why.NAME_UNANSWERED : Why.NAME_NOT_FOUND, thrown);
    }

    static <T> Failed<T> ofConnection(Throwable thrown) {
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class))
            return ofName(thrown);
        if (has(thrown, HttpTimeoutException.class)) return of(Why.TIMED_OUT, thrown);
        String said = Wire.chain(thrown);
        boolean unreachable =
                has(thrown, NoRouteToHostException.class) || said.contains("unreachable") || said.contains("No route");
        if (unreachable) return of(Why.UNREACHABLE, thrown);
        return of(has(thrown, ConnectException.class) ? Why.REFUSED : Why.OTHER, thrown);
    }

    /** @param shown the server's chain as far as it got; what is wrong is decided by the exception alone */
    <T> Failed<T> ofHandshake(Throwable thrown, List<X509Certificate> shown) {
        Optional<X509Certificate> own = shown.stream().findFirst();
        String said = Wire.chain(thrown);
        return Flaw.of(thrown, own, clock.instant())
                .<Failed<T>>map(
                        flaw -> new Failed<>(why(flaw), own.map(flaw::detail).orElse(""), said))
                .orElseGet(() -> new Failed<>(withoutCertificate(thrown, said), "", said));
    }

    private static Why why(Flaw flaw) {
        return switch (flaw) {
            case EXPIRED -> Why.EXPIRED;
            case NOT_YET_VALID -> Why.NOT_YET_VALID;
            case REVOKED -> Why.REVOKED;
            case SELF_SIGNED -> Why.SELF_SIGNED;
            case UNKNOWN_ISSUER -> Why.UNKNOWN_ISSUER;
            case WRONG_NAME -> Why.WRONG_NAME;
            case OTHER -> Why.HANDSHAKE;
        };
    }

    private static Why withoutCertificate(Throwable thrown, String said) {
        if (!has(thrown, SSLException.class)) return Why.OTHER;
        // The JDK's words for bytes that are no TLS, for its own refusal of a version, and for the other side's.
        if (said.contains("Unsupported or unrecognized SSL message")) return Why.NO_TLS;
        boolean version = said.contains("protocol_version") || said.contains("Server chose TLS");
        return version ? Why.OLD_TLS : Why.HANDSHAKE;
    }

    static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName();
    }

    static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return causes(thrown).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, t -> t.map(Throwable::getCause))
                .limit(10)
                .flatMap(Optional::stream);
    }
}
