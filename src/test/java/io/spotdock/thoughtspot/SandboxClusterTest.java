package io.spotdock.thoughtspot;

import static io.spotdock.thoughtspot.Scripted.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Org;
import io.spotdock.domain.Release;
import io.spotdock.domain.Secret;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.ChannelPreference.Source;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.port.WebhookService.TokenLife;
import io.spotdock.port.WebhookService.Validation;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.sandbox.google.GoogleIssuer;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.sandbox.wire.Exchange;
import io.spotdock.sandbox.wire.LoopbackServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter against the sandbox's cluster, which refuses what ThoughtSpot's documentation does. */
class SandboxClusterTest {
    private static final Instant BEGIN = Instant.parse("2026-08-03T10:00:00Z");
    private static final Org PRIMARY = new Org(0, "Primary");

    private final SandboxOptions options = SandboxOptions.aws();
    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final Faults faults = new Faults();
    private final CallLog calls = new CallLog();
    private final GoogleIssuer google = new GoogleIssuer(options.serviceAccount(), now::get, calls, faults);
    private final LoopbackServer aws = new LoopbackServer(
            0,
            _ -> new Exchange.Answer(
                    403,
                    Map.of("Content-Type", "text/xml"),
                    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>"
                            .getBytes(StandardCharsets.UTF_8)));
    private final ThoughtSpotServer cluster = new ThoughtSpotServer(
            options.withClock(now::get), aws.address(), "AKIATHOUGHTSPOT", "key", google, faults, calls);
    private final ThoughtSpotConnector connector =
            new ThoughtSpotConnector(Map.of(), now::get, duration -> now.updateAndGet(i -> i.plus(duration)));

    @AfterEach
    void close() {
        cluster.close();
        aws.close();
        google.close();
    }

    private WebhookService connect(SignIn signIn, String... org) {
        return connector.connect(
                Scripted.host(cluster.address()), signIn, List.of(org).stream().findFirst(), Scripted::secret);
    }

    private WebhookService admin() {
        return connect(new SignIn.Token(Secret.of(cluster.adminToken())));
    }

    private WebhookService user(String name, String... org) {
        return connect(new SignIn.Password(name, Secret.of(ThoughtSpotServer.PASSWORD)), org);
    }

    @Test
    void aWebhookIsMadeReadChangedAndDeleted() {
        WebhookService service = admin();
        assertThat(service.webhooks()).isEmpty();
        Webhook made = service.create(Samples.WANTED);
        assertThat(service.webhooks()).containsExactly(made);
        assertThat(made.storage()).isEqualTo(Samples.WANTED.storage());
        assertThat(made.authentication()).isEqualTo(new WebhookAuthentication.BearerToken(Optional.empty()));
        String id = made.serverId().orElseThrow();
        service.update(id, Samples.full(), EnumSet.allOf(WebhookField.class));
        Webhook changed = service.webhooks().getFirst();
        assertThat(changed.authentication().looksLike(Samples.full().authentication()))
                .isTrue();
        assertThat(changed.headers()).isEqualTo(Samples.full().headers());
        assertThat(changed.urlParams()).isEqualTo(Samples.full().urlParams());
        assertThat(changed.signature().orElseThrow().header()).isEqualTo("X-Signature");
        assertThat(changed.isDisabled()).isTrue();
        service.update(id, Samples.bare(), EnumSet.allOf(WebhookField.class));
        Webhook cleared = service.webhooks().getFirst();
        assertThat(cleared.authentication()).isEqualTo(new WebhookAuthentication.None());
        assertThat(cleared.signature()).isEmpty();
        assertThat(cleared.storage()).isEmpty();
        assertThat(cleared.headers()).isEmpty();
        assertThat(cleared.isDisabled()).isFalse();
        service.delete(id);
        assertThat(service.webhooks()).isEmpty();
        assertThat(failure(() -> service.delete(id))).isInstanceOf(Failure.Missing.class);
    }

    @Test
    void eachWayOfAuthenticationIsAccepted() {
        WebhookService service = admin();
        var reference = Optional.of(new io.spotdock.domain.SecretReference.Environment("X"));
        for (WebhookAuthentication each : List.of(
                new WebhookAuthentication.ApiKey("X-Key", Optional.of(reference.get())),
                new WebhookAuthentication.Basic("user", Optional.of(reference.get())),
                new WebhookAuthentication.OAuth2("https://id.example.com", "c", Optional.of(reference.get())))) {
            Webhook made = service.create(Samples.with(each));
            assertThat(made.authentication().looksLike(each)).isTrue();
            service.delete(made.serverId().orElseThrow());
        }
    }

    @Test
    void aSecondWebhookOfTheOrgIsAlreadyThere() {
        admin().create(Samples.WANTED);
        assertThat(failure(() -> admin().create(Samples.WANTED))).isInstanceOf(Failure.AlreadyThere.class);
    }

    @Test
    void aCreateThatAnswersNothingIsLookedUp() {
        faults.set("ts-create-204", "");
        assertThat(admin().create(Samples.WANTED).serverId()).isPresent();
    }

    @Test
    void aPasswordLeadsIntoTheOrgNamed() {
        assertThat(user("admin", "Sales").user().currentOrg()).isEqualTo(new Org(1, "Sales"));
        assertThat(user("admin", "1").user().currentOrg()).isEqualTo(new Org(1, "Sales"));
        user("admin", "Sales").create(Samples.WANTED);
        assertThat(user("admin", "Primary").webhooks()).isEmpty();
        assertThat(user("admin", "Sales").webhooks()).hasSize(1);
        assertThat(connect(new SignIn.SecretKey("admin", Secret.of(ThoughtSpotServer.SECRET_KEY)), "Sales")
                        .webhooks())
                .hasSize(1);
    }

    @Test
    void aTokenOfAnotherOrgIsSaidToBe() {
        assertThat(failure(() -> connect(new SignIn.Token(Secret.of(cluster.adminToken())), "Sales")
                        .user()))
                .isEqualTo(new Failure.Invalid(
                        "thoughtspot.org", Fault.of("fault.thoughtspot-org.token", "Sales", "Primary"), ""));
        assertThat(failure(() -> user("admin", "Nowhere").user()))
                .isEqualTo(new Failure.Invalid(
                        "thoughtspot.org", Fault.of("fault.thoughtspot-org.unknown", "Nowhere"), ""));
    }

    @Test
    void anExpiredTokenIsRenewedForAUserAndToldForAGivenOne() {
        WebhookService service = user("admin");
        service.webhooks();
        now.updateAndGet(instant -> instant.plus(Duration.ofDays(366)));
        assertThat(service.webhooks()).isEmpty();
        assertThat(failure(() -> admin().webhooks()))
                .isInstanceOfSatisfying(
                        Failure.Expired.class, e -> assertThat(e.signIn()).isEqualTo("sign-in.thoughtspot-token"));
    }

    @Test
    void wrongPasswordsAndSecondFactorsAreTold() {
        assertThat(failure(() -> connect(new SignIn.Password("admin", Secret.of("wrong-one")))
                        .user()))
                .isInstanceOfSatisfying(
                        Failure.Expired.class, e -> assertThat(e.signIn()).isEqualTo("sign-in.thoughtspot-password"));
        faults.set("ts-mfa", "");
        assertThat(failure(() -> user("admin").user()))
                .isInstanceOfSatisfying(
                        Failure.Expired.class, e -> assertThat(e.signIn()).isEqualTo("sign-in.thoughtspot-mfa"));
    }

    @Test
    void aUserWithoutThePrivilegeIsDenied() {
        assertThat(failure(() -> user("viewer").webhooks())).isInstanceOfSatisfying(Failure.Denied.class, denied -> {
            assertThat(denied.action()).isEqualTo("webhooks/search");
            assertThat(denied.principal()).isEqualTo("viewer");
        });
        assertThat(failure(() -> user("webhook-manager").channels())).isInstanceOf(Failure.Denied.class);
        assertThat(user("webhook-manager").webhooks()).isEmpty();
    }

    @Test
    void storageConfigIsReadWhereThereIsOne() {
        assertThat(admin().storageOffers())
                .filteredOn(StorageOffer.AwsToS3.class::isInstance)
                .containsExactly(new StorageOffer.AwsToS3(
                        options.thoughtSpotAccount(), Optional.of(new ExternalId("ts-webhook-x7k9m2p4q1"))));
        faults.set("ts-old-cluster", "");
        assertThat(failure(() -> admin().storageOffers()))
                .isInstanceOfSatisfying(
                        Failure.Missing.class, e -> assertThat(e.resource()).isEqualTo("storage-config"));
    }

    @Test
    void howLongATokenLivesIsToldOfGivenAndOfFetchedOnes() {
        assertThat(admin().tokenLife())
                .contains(new TokenLife(BEGIN.plus(Duration.ofDays(365)), Duration.ofDays(365), false));
        assertThat(user("viewer").tokenLife())
                .contains(new TokenLife(BEGIN.plusSeconds(300), Duration.ofMinutes(5), true));
        faults.set("ts-release", "9.8.0.cl");
        assertThat(admin().tokenLife()).isEmpty();
    }

    @Test
    void theReleaseTellsWhatTheClusterCanDoAndItsAnswersWhereItIsNotShown() {
        assertThat(admin().cluster().release()).map(Release::name).contains("26.8.0.cl-97");
        assertThat(admin().cluster().lacking()).isEmpty();
        Cluster seen = user("webhook-manager").cluster();
        assertThat(seen.release()).isEmpty();
        assertThat(seen.has(Capability.WEBHOOK_STATUS)).isTrue();
        admin().create(Samples.WANTED);
        faults.set("ts-release", "26.5.0.cl-2");
        Set<Capability> missing = EnumSet.of(Capability.WEBHOOK_STATUS, Capability.STORAGE_CONFIG);
        assertThat(admin().cluster().lacking()).isEqualTo(missing);
        assertThat(user("webhook-manager").cluster().lacking()).isEqualTo(missing);
        faults.set("ts-no-webhooks", "");
        assertThat(user("viewer").cluster().lacking()).containsExactly(Capability.WEBHOOKS);
    }

    @Test
    void channelsAreSetForTheOrgAndTakenBack() {
        WebhookService service = admin();
        ChannelPreference before = service.channels();
        service.setChannels(before.withWebhook());
        assertThat(service.channels())
                .isEqualTo(new ChannelPreference(PRIMARY, before.withWebhook().channels(), Source.ORG));
        assertThat(service.channels().channels()).contains(Channel.WEBHOOK);
        service.resetChannels(PRIMARY);
        assertThat(service.channels()).isEqualTo(before);
    }

    @Test
    void aValidationTellsWhatAwsSaid() {
        WebhookService service = admin();
        Webhook made = service.create(Samples.WANTED);
        faults.set("receiver", "refused");
        Validation validation = service.validate(made.serverId().orElseThrow());
        assertThat(validation.result()).isEqualTo("FAILED");
        assertThat(validation.jobId()).isNotEmpty();
        assertThat(validation.steps().getFirst().step()).isEqualTo("STORAGE_FILE_UPLOAD_CHECK");
        assertThat(validation.steps().getFirst().passed()).isFalse();
        assertThat(validation.steps().getFirst().error().orElseThrow()).contains("sts:AssumeRole");
        faults.set("ts-no-validate", "");
        assertThat(failure(() -> service.validate("any"))).isInstanceOf(Failure.Missing.class);
    }

    @Test
    void aBadDayOfTheNetworkIsLivedThrough() {
        WebhookService service = admin();
        faults.set("ts-throttle", "2");
        assertThat(service.webhooks()).isEmpty();
        faults.set("ts-error", "3");
        assertThat(service.webhooks()).isEmpty();
        faults.set("ts-drop", "1");
        Webhook made = service.create(Samples.WANTED);
        assertThat(service.webhooks()).containsExactly(made);
        faults.set("ts-drop", "1");
        service.update(made.serverId().orElseThrow(), Samples.full(), Set.of(WebhookField.DESCRIPTION));
        faults.set("ts-error", "1");
        service.delete(made.serverId().orElseThrow());
        assertThat(service.webhooks()).isEmpty();
    }

    @Test
    void aLogInPageIsNoThoughtSpot() {
        faults.set("ts-html", "");
        assertThat(failure(() -> admin().user()))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class, e -> assertThat(e.field()).isEqualTo("thoughtspot.host"));
    }
}
