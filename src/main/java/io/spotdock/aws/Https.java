package io.spotdock.aws;

import io.spotdock.network.CaBundle;
import io.spotdock.network.Network;
import io.spotdock.network.ProxySignIn;
import io.spotdock.network.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Opens the SDK's connections: time-outs, the way through the network, and who is trusted at its end. */
final class Https implements UrlConnectionFactory {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A blocked read is not ended by the SDK's own time-out on every kind of thread, so the socket has one too. */
    private static final Duration READ = Duration.ofSeconds(10);

    private final Network network;
    private final Optional<ProxySignIn> signIn;
    private final SSLSocketFactory sockets;

    private Https(Network network) {
        this.network = network;
        this.signIn = network.proxies().signIn();
        this.sockets = Trust.context(network.trust()).getSocketFactory();
    }

    /** The SDK's own client follows no redirects, whoever opens its connections. */
    static SdkHttpClient client(Network network) {
        network.check();
        return UrlConnectionHttpClient.create(new Https(network));
    }

    /** AWS's own words for a bundle are heard for AWS alone: the variable stands above the profile. */
    static Network network(Network usual, Map<String, String> environment, SharedConfig config) {
        return usual.with(Network.named(environment, "AWS_CA_BUNDLE")
                .or(() -> config.property("ca_bundle").map(path -> new CaBundle("ca_bundle", path)))
                .or(() -> Network.named(environment, "REQUESTS_CA_BUNDLE")));
    }

    @Override
    public HttpURLConnection createConnection(URI uri) {
        signIn.ifPresent(ProxySignIn::begin);
        try {
            Proxy way = network.proxies().select(uri).getFirst();
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(way);
            signIn.ifPresent(connection::setAuthenticator);
            if (connection instanceof HttpsURLConnection secure) secure.setSSLSocketFactory(sockets);
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) READ.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
