package io.spotdock.network;

import io.spotdock.domain.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates that the system trusts, where a company puts its own authority: the stores of Windows and macOS through the
 * JDK's key stores, and elsewhere the one file that programs there read. {@code SSL_CERT_FILE} names another one, as it does for
 * OpenSSL. What can't be read is no reason to stop: the other authorities remain.
 *
 * @param file the one that is read; empty where the system has a store of its own, or no file is found
 * @param keyStores the names of the JDK's key stores
 */
public record SystemStore(Optional<Path> file, List<String> keyStores) {
    /** Of Debian, Fedora, openSUSE, RHEL, Alpine and BSD (Go's {@code crypto/x509} looks in the same places). */
    private static final List<String> FILES = List.of(
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/ssl/cert.pem");

    /** The root stores of the machine and the person (JDK Providers Documentation, "SunMSCAPI", "Apple"). */
    private static final List<String> WINDOWS = List.of("Windows-ROOT", "Windows-ROOT-LOCALMACHINE");

    private static final List<String> MAC = List.of("KeychainStore-ROOT", "KeychainStore");

    static SystemStore of(Map<String, String> environment, String osName) {
        Optional<Path> named = Optional.ofNullable(environment.get("SSL_CERT_FILE"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) return new SystemStore(named, WINDOWS);
        if (os.startsWith("mac")) return new SystemStore(named, MAC);
        return new SystemStore(
                named.or(() ->
                        FILES.stream().map(Path::of).filter(Files::isReadable).findFirst()),
                List.of());
    }

    List<X509Certificate> certificates() {
        Logger log = LoggerFactory.getLogger(SystemStore.class);
        List<X509Certificate> all = new ArrayList<>();
        try {
            file.ifPresent(path -> all.addAll(new CaBundle("SSL_CERT_FILE", path.toString()).certificates()));
        } catch (FailureException e) {
            log.warn(
                    "the system's certificates can't be read: {}",
                    file.map(Path::toString).orElse(""));
        }
        for (String name : keyStores) {
            try {
                all.addAll(of(name));
            } catch (GeneralSecurityException | IOException e) {
                log.warn("{} can't be read: {}", name, e.getClass().getSimpleName());
            }
        }
        return all;
    }

    private static List<X509Certificate> of(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(name);
        store.load(null, null);
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases()))
            if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate authority)
                found.add(authority);
        return found;
    }

    /** For people. */
    @Override
    public String toString() {
        return file.map(Path::toString).orElse(String.join(", ", keyStores));
    }
}
