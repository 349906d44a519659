package io.spotdock.network;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a certificate that was not trusted. */
public enum Flaw {
    EXPIRED,
    NOT_YET_VALID,
    REVOKED,
    SELF_SIGNED,
    UNKNOWN_ISSUER,
    WRONG_NAME,
    OTHER;

    /**
     * What an exception means.
     *
     * @param own the server's own certificate, as far as it was seen
     * @return empty when it is not about a certificate
     */
    public static Optional<Flaw> of(Throwable thrown, Optional<X509Certificate> own, Instant now) {
        if (!has(thrown, CertificateException.class)) return Optional.empty();
        if (has(thrown, CertificateExpiredException.class) || hasReason(thrown, BasicReason.EXPIRED))
            return Optional.of(EXPIRED);
        if (has(thrown, CertificateNotYetValidException.class) || hasReason(thrown, BasicReason.NOT_YET_VALID))
            return Optional.of(NOT_YET_VALID);
        if (hasReason(thrown, BasicReason.REVOKED)) return Optional.of(REVOKED);
        if (isWithoutChain(thrown)) {
            // No chain was found, so that the JDK did not come to look at the date.
            boolean expired =
                    own.filter(c -> c.getNotAfter().toInstant().isBefore(now)).isPresent();
            boolean selfSigned = own.filter(c -> c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                    .isPresent();
            return Optional.of(expired ? EXPIRED : selfSigned ? SELF_SIGNED : UNKNOWN_ISSUER);
        }
        // What is left to the JDK once the chain is good is the name (RFC 9110 section 4.3.4).
        return Optional.of(has(thrown, CertPathValidatorException.class) ? OTHER : WRONG_NAME);
    }

    /** Whether no way was found from the certificate to one that is trusted. */
    static boolean isWithoutChain(Throwable thrown) {
        return has(thrown, CertPathBuilderException.class);
    }

    /** The certificate's part that the flaw is about, for people: a day, an issuer or names; empty for others. */
    public String detail(X509Certificate own) {
        return switch (this) {
            case EXPIRED -> day(own.getNotAfter().toInstant());
            case NOT_YET_VALID -> day(own.getNotBefore().toInstant());
            case UNKNOWN_ISSUER -> own.getIssuerX500Principal().getName();
            case WRONG_NAME -> names(own);
            case REVOKED, SELF_SIGNED, OTHER -> "";
        };
    }

    private static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
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

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return causes(thrown).anyMatch(type::isInstance);
    }

    static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, t -> t.map(Throwable::getCause))
                .limit(20)
                .flatMap(Optional::stream);
    }
}
