package io.spotdock.thoughtspot;

import io.spotdock.port.ReceiverHealth.Stage.Failed;
import io.spotdock.port.ReceiverHealth.Why;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        if (!has(thrown, CertificateException.class)) return new Failed<>(withoutCertificate(thrown, said), "", said);
        Why why = ofCertificate(thrown, own);
        String detail = switch (why) {
            case EXPIRED -> own.map(c -> day(c.getNotAfter().toInstant())).orElse("");
            case NOT_YET_VALID ->
                own.map(c -> day(c.getNotBefore().toInstant())).orElse("");
            case UNKNOWN_ISSUER -> own.map(Mishap::issuer).orElse("");
            case WRONG_NAME -> own.map(Mishap::names).orElse("");
            case NAME_NOT_FOUND,
                    NAME_UNANSWERED,
                    REFUSED,
                    UNREACHABLE,
                    TIMED_OUT,
                    NO_TLS,
                    OLD_TLS,
                    REVOKED,
                    SELF_SIGNED,
                    HANDSHAKE,
                    PROXY,
                    NOT_SENT,
                    OTHER -> "";
        };
        return new Failed<>(why, detail, said);
    }

    private static Why withoutCertificate(Throwable thrown, String said) {
        if (!has(thrown, SSLException.class)) return Why.OTHER;
        // The JDK's words for bytes that are no TLS, for its own refusal of a version, and for the other side's.
        if (said.contains("Unsupported or unrecognized SSL message")) return Why.NO_TLS;
        boolean version = said.contains("protocol_version") || said.contains("Server chose TLS");
        return version ? Why.OLD_TLS : Why.HANDSHAKE;
    }

    private Why ofCertificate(Throwable thrown, Optional<X509Certificate> own) {
        if (has(thrown, CertificateExpiredException.class) || hasReason(thrown, BasicReason.EXPIRED))
            return Why.EXPIRED;
        if (has(thrown, CertificateNotYetValidException.class) || hasReason(thrown, BasicReason.NOT_YET_VALID))
            return Why.NOT_YET_VALID;
        if (hasReason(thrown, BasicReason.REVOKED)) return Why.REVOKED;
        if (has(thrown, CertPathBuilderException.class)) {
            // No chain was found, so that the JDK did not come to look at the date.
            boolean expired = own.filter(c -> c.getNotAfter().toInstant().isBefore(clock.instant()))
                    .isPresent();
            boolean selfSigned = own.filter(c -> c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                    .isPresent();
            return expired ? Why.EXPIRED : selfSigned ? Why.SELF_SIGNED : Why.UNKNOWN_ISSUER;
        }
        // What is left to the JDK once the chain is good is the name (RFC 9110 section 4.3.4).
        return has(thrown, CertPathValidatorException.class) ? Why.HANDSHAKE : Why.WRONG_NAME;
    }

    private static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName();
    }

    /** The names that a certificate is for (RFC 5280 section 4.2.1.6): DNS names and addresses. */
    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) return certificate.getSubjectX500Principal().getName();
            return names.stream()
                    .filter(name -> name.getFirst().equals(2) || name.getFirst().equals(7))
                    .map(name -> String.valueOf(name.get(1)))
                    .limit(5)
                    .collect(Collectors.joining(", "));
        } catch (CertificateParsingException _) {
            return certificate.getSubjectX500Principal().getName();
        }
    }

    private static boolean hasReason(Throwable thrown, BasicReason reason) {
        return causes(thrown).anyMatch(t -> t instanceof CertPathValidatorException path && path.getReason() == reason);
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
