package io.spotdock.network;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** A company's certificate authority, made for a test by the JDK's keytool; no key of it is kept anywhere. */
public final class Authority {
    private final Path folder;
    private final KeyTool keys;
    private final Map<String, SSLContext> made = new ConcurrentHashMap<>();

    public Authority(Path folder) {
        this.folder = folder;
        this.keys = new KeyTool(folder.resolve("authority.p12"));
        keys.make("authority", "CN=Corp Inspection CA", List.of("-ext", "bc:c", "-validity", "3650"));
    }

    /** Its own certificate, as a file of PEM. */
    public Path pem() {
        try {
            String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(keys.certificate("authority").getEncoded());
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
            keys.make(alias, "CN=leaf", all);
            return keys.server(alias);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
