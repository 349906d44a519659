package io.spotdock.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A company's certificate authority, made for a test by the JDK's keytool; no key of it is kept anywhere. */
public final class Authority {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final Path store;
    private final Map<String, SSLContext> made = new ConcurrentHashMap<>();

    public Authority(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("authority.p12");
        keytool("authority", "CN=Corp Inspection CA", "-ext", "bc:c", "-validity", "3650");
    }

    /** Its own certificate, as a file of PEM. */
    public Path pem() {
        try {
            Certificate own = KeyStore.getInstance(store.toFile(), PASSWORD).getCertificate("authority");
            String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(own.getEncoded());
            return Files.writeString(
                    folder.resolve("authority.pem"),
                    "# Corp Inspection CA\n-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's side of TLS, with a certificate that is good now for names such as {@code dns:localhost}. */
    public SSLContext server(String names) {
        return server(names, "-validity", "100");
    }

    /** One that ran out a month ago. */
    public SSLContext expired(String names) {
        return server(names, "-startdate", "-90d", "-validity", "60");
    }

    private SSLContext server(String names, String... more) {
        return made.computeIfAbsent(names + " " + String.join(" ", more), _ -> make(names, more));
    }

    private SSLContext make(String names, String... more) {
        String alias = "leaf-" + Integer.toHexString(Arrays.deepHashCode(new Object[] {names, more}));
        try {
            List<String> all = new ArrayList<>(List.of("-signer", "authority", "-ext", "san=" + names));
            all.addAll(Arrays.asList(more));
            keytool(alias, "CN=leaf", all.toArray(String[]::new));
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(alias, keys.getKey(alias, PASSWORD), PASSWORD, keys.getCertificateChain(alias));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(own, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String alias, String name, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(Arrays.asList(more));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
