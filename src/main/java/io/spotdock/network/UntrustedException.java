package io.spotdock.network;

import java.io.Serial;
import java.security.cert.CertificateException;

/** A certificate that is not trusted, with what is wrong with it. */
final class UntrustedException extends CertificateException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Flaw flaw;
    private final String detail;

    UntrustedException(Flaw flaw, String detail, CertificateException cause) {
        super(cause.getMessage(), cause);
        this.flaw = flaw;
        this.detail = detail;
    }

    Flaw flaw() {
        return flaw;
    }

    String detail() {
        return detail;
    }
}
