package io.spotdock.aws;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Loopback;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the services are, when it is not AWS's own address: {@code AWS_ENDPOINT_URL_S3} before {@code AWS_ENDPOINT_URL}
 * before the profile (AWS SDKs and Tools Reference Guide, "Service-specific endpoints"). Plain http is accepted for this
 * computer only, since what a request carries can be read on the way.
 */
final class Endpoints {
    private final Map<String, String> environment;
    private final SharedConfig config;

    Endpoints(Map<String, String> environment, SharedConfig config) {
        this.environment = environment;
        this.config = config;
    }

    /** The services that Spotdock calls. */
    enum Service {
        IAM,
        STS,
        S3,
        CLOUDTRAIL,
        KMS,
        SSO,
        SSO_OIDC;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws FailureException Invalid when one of them is no address that may be used */
    void check() {
        for (Service service : Service.values()) override(service);
    }

    Optional<URI> override(Service service) {
        if (ignored()) return Optional.empty();
        return environment("AWS_ENDPOINT_URL_" + service)
                .or(() -> environment("AWS_ENDPOINT_URL"))
                .or(() -> config.endpointUrl(service.id()))
                .map(Endpoints::safe);
    }

    private boolean ignored() {
        return environment("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
                .or(() -> config.property("ignore_configured_endpoint_urls"))
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    private Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static URI safe(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException _) {
            throw refused("fault.aws.endpoint", "");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null) throw refused("fault.aws.endpoint", "");
        if (scheme.equals("https") || scheme.equals("http") && Loopback.names(host)) return uri;
        throw refused("fault.aws.endpoint.https", host);
    }

    private static FailureException refused(String key, String host) {
        return new FailureException(new Failure.Invalid("AWS_ENDPOINT_URL", Fault.of(key, host), ""));
    }

    /** The host that a call goes to, for people. */
    String host(Service service, RegionName region) {
        Optional<URI> override = override(service);
        if (override.isPresent()) return override.get().getRawAuthority();
        String domain = region.partition().domainName();
        return switch (service) {
            case IAM -> iamHost(region.partition());
            case STS, S3, KMS, CLOUDTRAIL -> service.id() + "." + region + "." + domain;
            case SSO -> "portal.sso." + region + "." + domain;
            case SSO_OIDC -> "oidc." + region + "." + domain;
        };
    }

    private static String iamHost(Partition partition) {
        return switch (partition) {
            case AWS -> "iam.amazonaws.com";
            case AWS_US_GOV -> "iam.us-gov.amazonaws.com";
            case AWS_CN -> "iam.cn-north-1.amazonaws.com.cn";
        };
    }
}
