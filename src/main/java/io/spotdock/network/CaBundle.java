package io.spotdock.network;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of certificates in PEM (RFC 7468), whatever else stands in it.
 *
 * @param source the variable or setting that names it
 */
public record CaBundle(String source, String path) {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----");

    /** @throws FailureException Invalid when the file can't be read, holds no certificate, or one that isn't legible */
    List<X509Certificate> certificates() {
        try {
            String pem = Files.readString(Path.of(path), StandardCharsets.ISO_8859_1);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> found = new ArrayList<>();
            for (String block :
                    CERTIFICATE.matcher(pem).results().map(MatchResult::group).toList()) {
                byte[] bytes = block.getBytes(StandardCharsets.US_ASCII);
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
            }
            if (found.isEmpty()) throw refused();
            return found;
        } catch (IOException | CertificateException | InvalidPathException _) {
            throw refused();
        }
    }

    private FailureException refused() {
        return new FailureException(new Failure.Invalid(source, Fault.of("fault.network.ca-bundle", source, path), ""));
    }
}
