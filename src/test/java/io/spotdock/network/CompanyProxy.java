package io.spotdock.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A company's proxy on loopback: makes tunnels (RFC 9110 section 9.3.6) for whoever has its password, and opens the TLS in
 * them, as inspecting ones do. Whatever host is asked for, what comes out at the far end goes to a server of the test.
 */
public final class CompanyProxy implements AutoCloseable {
    /**
     * A request for a tunnel.
     *
     * @param head all of it, as it came
     */
    public record Asked(String host, Optional<String> signIn, String head) {}

    private final ServerSocket socket;
    private final Optional<String> wanted;
    private final Optional<String> refusal;
    private final SSLContext tls;
    private final Function<String, InetSocketAddress> far;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private CompanyProxy(
            Optional<String> wanted,
            Optional<String> refusal,
            SSLContext tls,
            Function<String, InetSocketAddress> far) {
        this.wanted = wanted;
        this.refusal = refusal;
        this.tls = tls;
        this.far = far;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** For anybody. */
    public static CompanyProxy open(SSLContext tls, Function<String, InetSocketAddress> far) {
        return new CompanyProxy(Optional.empty(), Optional.empty(), tls, far);
    }

    /** @param userAndPassword with a colon between */
    public static CompanyProxy wanting(
            String userAndPassword, SSLContext tls, Function<String, InetSocketAddress> far) {
        String token = Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
        return new CompanyProxy(Optional.of("Basic " + token), Optional.empty(), tls, far);
    }

    /** @param status its line, such as {@code 403 Forbidden}; an empty one is never sent */
    public static CompanyProxy refusing(String status) {
        try {
            return new CompanyProxy(Optional.empty(), Optional.of(status), SSLContext.getDefault(), _ -> {
                throw new AssertionError("it lets nobody through");
            });
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            while (true) {
                String head = head(client.getInputStream());
                if (head.isEmpty()) return;
                Optional<String> signIn = head.lines()
                        .filter(line -> line.regionMatches(true, 0, "Proxy-Authorization: ", 0, 21))
                        .map(line -> line.substring(21))
                        .findFirst();
                String host = head.split("[ :]", 3)[1];
                asked.add(new Asked(host, signIn, head));
                if (refusal.equals(Optional.of(""))) {
                    // Holds the line and says nothing, until the other side gives up.
                    while (client.getInputStream().read() >= 0) {}
                    return;
                }
                if (refusal.isPresent()) {
                    say(client, refusal.get() + "\r\nContent-Length: 0");
                    return;
                }
                if (wanted.isEmpty() || wanted.equals(signIn)) {
                    say(client, "200 Connection established");
                    through(client, host);
                    return;
                }
                say(
                        client,
                        "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"\r\nContent-Length: 0");
            }
        } catch (IOException _) {
            // The client has gone, or does not trust the certificate.
        }
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + text + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private void through(Socket client, String host) throws IOException {
        try (SSLSocket inner = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
                Socket server = new Socket()) {
            inner.setUseClientMode(false);
            inner.startHandshake();
            server.connect(far.apply(host));
            Thread back = Thread.ofVirtual().start(() -> copy(server, inner));
            copy(inner, server);
            back.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException _) {
            // Closed, here or there.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) return "";
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
