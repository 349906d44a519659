package io.spotdock.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.Release;
import io.spotdock.port.WebhookService;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cluster can do, from its release or from its answers. */
class ClusterReaderTest {
    private final Scripted server = new Scripted();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theReleaseTellsWhereItIsShown() {
        server.then("system", 200, "{\"id\": \"c\", \"release_version\": \"26.5.0.cl-11\"}")
                .then("webhooks/search", 200, Samples.LISTED);
        Cluster cluster = server.connect().cluster();
        assertThat(cluster.release()).map(Release::name).contains("26.5.0.cl-11");
        assertThat(cluster.lacking()).containsExactlyInAnyOrder(Capability.WEBHOOK_STATUS, Capability.STORAGE_CONFIG);
        assertThat(server.seen("webhooks/storage-config")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"403", "404", "500"})
    void whereItIsNotTheAnswersDo(int status) {
        server.then("system", status, "")
                .then("webhooks/storage-config", 200, Samples.OFFERS)
                .then("webhooks/search", 200, "{\"webhooks\": [{\"id\": \"w\", \"name\": \"n\"}]}");
        // A cluster with storage-config has all that is older, though a member of the webhook is left out.
        Cluster cluster = server.connect().cluster();
        assertThat(cluster.release()).isEmpty();
        assertThat(cluster.lacking()).isEmpty();
        assertThat(cluster.has(Capability.WEBHOOK_STATUS)).isTrue();
    }

    @Test
    void aMemberThatNoWebhookHasShowsAnOlderCluster() {
        server.then("system", 403, "")
                .then("webhooks/storage-config", 404, "")
                .then(
                        "webhooks/search",
                        200,
                        "{\"webhooks\": [{\"id\": \"w\", \"name\": \"n\", \"additional_headers\": null}]}");
        Cluster cluster = server.connect().cluster();
        assertThat(cluster.lacking()).containsExactlyInAnyOrder(Capability.WEBHOOK_STATUS, Capability.STORAGE_CONFIG);
        assertThat(cluster.has(Capability.VALIDATE)).isTrue();
    }

    @Test
    void webhooksThatAreNotThereAreSeenWhateverTheRelease() {
        server.then("system", 200, "{\"release_version\": \"26.8.0.cl-1\"}").then("webhooks/search", 404, "");
        assertThat(server.connect().cluster().lacking()).containsExactly(Capability.WEBHOOKS);
    }

    @Test
    void whatIsRefusedOrOddLeavesEverythingOpen() {
        server.then("system", 200, "[]")
                .then("webhooks/storage-config", 403, "")
                .then("webhooks/search", 200, "<html>");
        assertThat(server.connect().cluster()).isEqualTo(Cluster.UNKNOWN);
        server.instead("system", 200, "{\"release_version\": \"next\"}");
        assertThat(server.connect().cluster()).isEqualTo(Cluster.UNKNOWN);
    }

    @Test
    void noAnswerIsNoFailureAndIsAskedForAgain() {
        server.drop("system");
        WebhookService service = server.connect();
        assertThat(service.cluster().release()).isEmpty();
        server.instead("system", 200, "{\"release_version\": \"26.8.0.cl-1\"}")
                .then("webhooks/search", 200, Samples.NONE_LISTED);
        assertThat(service.cluster()).extracting(Cluster::release).isEqualTo(Release.parse("26.8.0.cl-1"));
        int asked = server.seen().size();
        assertThat(service.cluster().seen()).isEqualTo(Set.of(Capability.WEBHOOKS));
        assertThat(server.seen()).hasSize(asked);
    }
}
