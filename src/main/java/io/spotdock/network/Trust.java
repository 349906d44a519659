package io.spotdock.network;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what Java trusts; and what it doesn't, where the system or a bundle that a person named does. That there are more
 * authorities is all that is different: each is asked by the JDK's own checks of chain, dates and name, to which the
 * connection passes that it wants the name checked. The second ones are read when first needed, as they take a while.
 */
public final class Trust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager java;
    private final Supplier<List<X509Certificate>> more;
    private final InstantSource clock;
    private @Nullable List<X509ExtendedTrustManager> company;

    Trust(X509ExtendedTrustManager java, Supplier<List<X509Certificate>> more, InstantSource clock) {
        this.java = java;
        this.more = more;
        this.clock = clock;
    }

    /** What this Java trusts by itself, which is what public authorities vouch for. */
    public static X509ExtendedTrustManager ofJava() {
        return manager(null);
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can check a certificate", e);
        }
    }

    /** For connections that trust by such a manager. */
    public static SSLContext context(X509ExtendedTrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    private synchronized Optional<X509ExtendedTrustManager> company() {
        if (company == null) {
            List<X509Certificate> authorities = more.get();
            company = authorities.isEmpty() ? List.of() : List.of(of(authorities));
        }
        return company.stream().findFirst();
    }

    private static X509ExtendedTrustManager of(List<X509Certificate> authorities) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) store.setCertificateEntry("ca-" + i, authorities.get(i));
            return manager(store);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("every Java can hold certificates in memory", e);
        }
    }

    /** One way of asking a manager. */
    @FunctionalInterface
    private interface Question {
        void ask(X509ExtendedTrustManager manager) throws CertificateException;
    }

    private void check(X509Certificate[] chain, Question question) throws CertificateException {
        try {
            question.ask(java);
        } catch (CertificateException ofJava) {
            Optional<X509ExtendedTrustManager> second = company();
            if (second.isEmpty()) throw untrusted(chain, ofJava);
            try {
                question.ask(second.get());
            } catch (CertificateException ofCompany) {
                // Who knows the issuer knows better what is wrong.
                throw untrusted(chain, Flaw.isWithoutChain(ofCompany) ? ofJava : ofCompany);
            }
        }
    }

    private UntrustedException untrusted(X509Certificate[] chain, CertificateException cause) {
        Optional<X509Certificate> own = Stream.of(chain).findFirst();
        Flaw flaw = Flaw.of(cause, own, clock.instant()).orElse(Flaw.OTHER);
        return new UntrustedException(flaw, own.map(flaw::detail).orElse(""), cause);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        java.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        java.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        java.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return java.getAcceptedIssuers();
    }
}
