package io.spotdock.releases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.SemanticVersion;
import io.spotdock.network.Network;
import io.spotdock.network.http.Reply;
import io.spotdock.network.http.Wire;
import io.spotdock.port.Releases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The latest release, as a server tells it in the form of GitHub's REST API ("Get the latest release"). */
public final class LatestRelease implements Releases {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** GitHub's own is a tenth of it, unless somebody writes a book about a release. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final URI address;
    private final String version;
    private final Network network;
    private final Duration timeout;

    /**
     * @param version of this build, which is all that is said of it
     * @param environment for the proxy and the authorities that it may name
     */
    public LatestRelease(URI address, SemanticVersion version, Map<String, String> environment) {
        this(address, version, Network.of(environment), TIMEOUT);
    }

    LatestRelease(URI address, SemanticVersion version, Network network, Duration timeout) {
        this.address = address;
        this.version = version.toString();
        this.network = network;
        this.timeout = timeout;
    }

    @Override
    public Optional<Announced> latest() {
        HttpClient client = Wire.client(network);
        try {
            return read(new Wire(client, timeout, LONGEST_ANSWER).send(question()));
        } finally {
            client.shutdownNow();
        }
    }

    private HttpRequest question() {
        return HttpRequest.newBuilder(address)
                .header("Accept", "application/vnd.github+json")
                .header("User-Agent", "spotdock/" + version)
                .build();
    }

    private Optional<Announced> read(Reply reply) {
        return switch (reply) {
            case Reply.Lost lost -> throw new FailureException(lost(lost));
            case Reply.Answer answer -> {
                if (answer.status() != 200) throw new FailureException(refused(answer));
                yield announced(tree(answer.body()));
            }
        };
    }

    private Failure lost(Reply.Lost lost) {
        return switch (lost.cause()) {
            case NOT_SENT, DROPPED, TIMED_OUT -> lost.barrier().failure(address.getHost(), lost.said());
            case TOO_LONG -> unfit(Fault.of("fault.updates.long"));
            case SENT_ELSEWHERE -> unfit(Fault.of("fault.updates.elsewhere", lost.said()));
        };
    }

    /** GitHub says 403 or 429 to whoever asked too often (GitHub REST API, "Rate limits"). */
    private Failure refused(Reply.Answer answer) {
        int status = answer.status();
        boolean often = status == 429
                || status == 403
                        && (answer.header("retry-after").isPresent()
                                || answer.header("x-ratelimit-remaining").equals(Optional.of("0")));
        if (often) return new Failure.Throttled(address.getHost(), "");
        if (status >= 500) return new Failure.Unreachable(address.getHost(), String.valueOf(status));
        return unfit(status == 404 ? Fault.of("fault.updates.none") : Fault.of("fault.updates.refused", status));
    }

    private JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            // The parser's own text quotes what it read, so it is not passed on.
            throw new FailureException(unfit(Fault.of("fault.updates.garbled")));
        }
    }

    private Optional<Announced> announced(JsonNode answer) {
        SemanticVersion latest = SemanticVersion.parse(
                        answer.path("tag_name").asText("").replaceFirst("^v", ""))
                .orElseThrow(() -> new FailureException(unfit(Fault.of("fault.updates.garbled"))));
        if (answer.path("draft").asBoolean(false)) return Optional.empty();
        return Optional.of(new Announced(
                latest,
                Announced.page(answer.path("html_url").asText("")),
                instant(answer.path("published_at").asText("")),
                answer.path("prerelease").asBoolean(false)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Failure unfit(Fault why) {
        // Without a query, which may hold what nobody else should read.
        return new Failure.Invalid(
                address.getScheme() + "://" + address.getRawAuthority() + address.getPath(), why, "");
    }
}
