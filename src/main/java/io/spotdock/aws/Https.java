package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The HTTP client: time-outs, the proxy of the environment, and the certificates a company wants trusted. */
final class Https {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A blocked read is not ended by the SDK's own time-out on every kind of thread, so the socket has one too. */
    private static final Duration READ = Duration.ofSeconds(10);

    /** This computer is never behind a proxy. */
    private static final String LOOPBACK = "localhost|.*\\.localhost|127(\\.[0-9]+){3}|\\[?::1]?";

    private Https() {}

    static SdkHttpClient client(Map<String, String> environment, SharedConfig config) {
        UrlConnectionHttpClient.Builder builder =
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ);
        proxy(environment).ifPresent(builder::proxyConfiguration);
        variable(environment, "AWS_CA_BUNDLE")
                .or(() -> config.property("ca_bundle"))
                .ifPresent(path -> {
                    TrustManager[] trusted = CaBundle.trustManagers(path);
                    builder.tlsTrustManagersProvider(() -> trusted);
                });
        return builder.build();
    }

    /** Only {@code HTTPS_PROXY} matters: plain http never leaves this computer, see {@link Endpoints}. */
    static Optional<ProxyConfiguration> proxy(Map<String, String> environment) {
        Optional<String> wanted = eitherCase(environment, "https_proxy").or(() -> eitherCase(environment, "all_proxy"));
        if (wanted.isEmpty()) return Optional.empty();
        URI uri = address(wanted.get());
        ProxyConfiguration.Builder builder = ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariablesValues(false)
                .endpoint(URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port(uri)))
                .nonProxyHosts(exceptions(eitherCase(environment, "no_proxy").orElse("")));
        String user = uri.getRawUserInfo();
        if (user != null) {
            String[] parts = user.split(":", 2);
            builder.username(decoded(parts[0]));
            if (parts.length > 1) builder.password(decoded(parts[1]));
        }
        return Optional.of(builder.build());
    }

    private static URI address(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null) return uri;
        } catch (URISyntaxException _) {
            // Falls through: the text may hold a password, so nothing of it is repeated.
        }
        throw new FailureException(new Failure.Invalid("HTTPS_PROXY", Fault.of("fault.aws.proxy"), ""));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) return uri.getPort();
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** As the AWS CLI reads it: a name stands for itself and all below it, with or without a dot in front. */
    private static Set<String> exceptions(String noProxy) {
        Stream<String> named = Arrays.stream(noProxy.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(name -> name.equals("*") ? ".*" : "(.*\\.)?" + Pattern.quote(name.replaceFirst("^\\*?\\.", "")));
        return Stream.concat(named, Stream.of(LOOPBACK)).collect(Collectors.toSet());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Optional<String> eitherCase(Map<String, String> environment, String lower) {
        return variable(environment, lower).or(() -> variable(environment, lower.toUpperCase(java.util.Locale.ROOT)));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
