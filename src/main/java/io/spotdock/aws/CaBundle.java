package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The certificates of {@code AWS_CA_BUNDLE}, a PEM file, which are trusted in place of Java's own. */
final class CaBundle {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----");

    private CaBundle() {}

    /** @throws FailureException Invalid when the file holds no certificate */
    static TrustManager[] trustManagers(String path) {
        try {
            String pem = Files.readString(Path.of(path), StandardCharsets.ISO_8859_1);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            int number = 0;
            for (String block :
                    CERTIFICATE.matcher(pem).results().map(MatchResult::group).toList()) {
                byte[] bytes = block.getBytes(StandardCharsets.US_ASCII);
                store.setCertificateEntry(
                        "ca-" + number++, factory.generateCertificate(new ByteArrayInputStream(bytes)));
            }
            if (number == 0) throw refused(path);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust.getTrustManagers();
        } catch (IOException | GeneralSecurityException | InvalidPathException _) {
            throw refused(path);
        }
    }

    private static FailureException refused(String path) {
        return new FailureException(new Failure.Invalid("AWS_CA_BUNDLE", Fault.of("fault.aws.ca-bundle", path), ""));
    }
}
