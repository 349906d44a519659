package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Org;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.ChannelPreference.Source;
import io.spotdock.domain.resource.WebhookField;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final String ORG_SET = "{\"cluster_preferences\": [], \"org_preferences\": [{\"org\": {\"id\": 0},"
            + " \"preferences\": [{\"event_type\": \"LIVEBOARD_SCHEDULE\", \"channels\": [%s]}]}]}";
    private final Scripted server = new Scripted();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aReadIsRepeatedWithBackOffWhileTheTroubleMayPass() {
        server.then("webhooks/search", 502, "")
                .then("webhooks/search", 503, "")
                .drop("webhooks/search")
                .then("webhooks/search", 200, Samples.LISTED);
        assertThat(server.connect().webhooks()).hasSize(1);
        assertThat(server.slept).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aReadIsGivenUpAfterAFewAttempts() {
        server.then("webhooks/search", 504, "");
        assertThat(failure(() -> server.connect().webhooks())).isInstanceOf(Failure.Unreachable.class);
        assertThat(server.seen("webhooks/search")).hasSize(Patience.MOST_ATTEMPTS);
    }

    @Test
    void whatWillNotPassIsNotRepeated() {
        for (int status : new int[] {400, 403, 404, 500}) {
            server.instead("webhooks/search", status, "");
            failure(() -> server.connect().webhooks());
        }
        assertThat(server.seen("webhooks/search")).hasSize(4);
        assertThat(server.slept).isEmpty();
    }

    @Test
    void theServersOwnPauseIsKept() {
        server.then("webhooks/search", 429, "", "Retry-After", "7")
                .then("webhooks/search", 429, "", "Retry-After", "Mon, 3 Aug 2026 10:00:19 GMT")
                .then("webhooks/search", 429, "", "Retry-After", "soon")
                .then("webhooks/search", 200, Samples.LISTED);
        server.connect().webhooks();
        assertThat(server.slept).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(12), Duration.ofSeconds(2));
    }

    @Test
    void aPauseThatIsTooLongIsAPersonsAffair() {
        server.then("webhooks/search", 429, "", "Retry-After", "3600");
        assertThat(failure(() -> server.connect().webhooks())).isInstanceOf(Failure.Throttled.class);
        assertThat(server.slept).isEmpty();
    }

    @Test
    void aCreateWhoseAnswerWasLostIsFoundAndNotRepeated() {
        for (int status : new int[] {0, 500, 502, 504}) {
            if (status == 0) server.drop("webhooks/create");
            else server.instead("webhooks/create", status, "");
            server.instead("webhooks/search", 200, Samples.LISTED);
            assertThat(server.connect().create(Samples.WANTED).serverId()).contains("w1");
        }
        assertThat(server.seen("webhooks/create")).hasSize(4);
    }

    @Test
    void aCreateThatDidNotHappenIsRepeatedAfterALook() {
        server.drop("webhooks/create")
                .then("webhooks/create", 200, Samples.STORED)
                .then("webhooks/search", 200, Samples.NONE_LISTED);
        assertThat(server.connect().create(Samples.WANTED).serverId()).contains("w1");
        assertThat(server.seen("webhooks/search")).hasSize(1);
    }

    @Test
    void aCreateThatCameLateIsFoundWhenTheRepeatIsRefused() {
        server.drop("webhooks/create")
                .then("webhooks/create", 400, Samples.error("already exists"))
                .then("webhooks/search", 200, Samples.NONE_LISTED)
                .then("webhooks/search", 200, Samples.LISTED);
        assertThat(server.connect().create(Samples.WANTED).serverId()).contains("w1");
    }

    @Test
    void aCreateIsNotRepeatedWhenTheLookFails() {
        server.drop("webhooks/create").then("webhooks/search", 500, "");
        assertThat(failure(() -> server.connect().create(Samples.WANTED))).isInstanceOf(Failure.Unreachable.class);
        assertThat(server.seen("webhooks/create")).hasSize(1);
    }

    @Test
    void aCreateWithoutABodyIsLookedUpByName() {
        for (int status : new int[] {200, 204}) {
            server.instead("webhooks/create", status, "")
                    .instead("webhooks/search", 200, Samples.NONE_LISTED)
                    .then("webhooks/search", 200, Samples.LISTED);
            assertThat(server.connect().create(Samples.WANTED).serverId()).contains("w1");
        }
    }

    @Test
    void aCreateThatIsNotListedIsNotVisibleYet() {
        server.then("webhooks/create", 204, "").then("webhooks/search", 200, Samples.NONE_LISTED);
        assertThat(failure(() -> server.connect().create(Samples.WANTED))).isInstanceOf(Failure.NotVisibleYet.class);
    }

    @Test
    void anUpdateThatWasCarriedOutIsNotRepeated() {
        server.drop("webhooks/w1/update").then("webhooks/search", 200, Samples.LISTED);
        server.connect().update("w1", Samples.WANTED, Set.of(WebhookField.URL));
        assertThat(server.seen("webhooks/w1/update")).hasSize(1);
    }

    @Test
    void anUpdateOfASecretIsRepeatedBecauseNobodyCanSeeIt() {
        server.drop("webhooks/w1/update")
                .then("webhooks/w1/update", 204, "")
                .then("webhooks/search", 200, Samples.LISTED);
        server.connect().update("w1", Samples.WANTED, Set.of(WebhookField.AUTHENTICATION));
        assertThat(server.seen("webhooks/w1/update")).hasSize(2);
    }

    @Test
    void aDeleteThatWasCarriedOutIsNotRepeated() {
        server.drop("webhooks/delete").then("webhooks/search", 200, Samples.NONE_LISTED);
        server.connect().delete("w1");
        assertThat(server.seen("webhooks/delete")).hasSize(1);
    }

    @Test
    void channelsAreSetOnceThoughTheAnswerWasLost() {
        server.then("system/preferences/communication-channels/search", 200, ORG_SET.formatted("\"EMAIL\""))
                .then(
                        "system/preferences/communication-channels/search",
                        200,
                        ORG_SET.formatted("\"EMAIL\", \"WEBHOOK\""))
                .drop("system/preferences/communication-channels/configure");
        server.connect()
                .setChannels(new ChannelPreference(
                        new Org(0, "Primary"), Set.of(Channel.EMAIL, Channel.WEBHOOK), Source.ORG));
        assertThat(server.seen("system/preferences/communication-channels/configure"))
                .hasSize(1);
    }

    @Test
    void aValidationIsNeverRepeated() {
        server.then("system/communication-channels/validate", 503, "");
        assertThat(failure(() -> server.connect().validate("w1"))).isInstanceOf(Failure.Unreachable.class);
        server.drop("system/communication-channels/validate");
        assertThat(failure(() -> server.connect().validate("w1"))).isInstanceOf(Failure.Unreachable.class);
        assertThat(server.seen("system/communication-channels/validate")).hasSize(2);
    }
}
