package io.spotdock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.aws.AwsConnector;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.policy.ThoughtSpotPolicies;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.Role;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.port.WebhookConnector;
import io.spotdock.port.WebhookService;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.Snapshot;
import io.spotdock.thoughtspot.ThoughtSpotConnector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A command, and what came before it.
 *
 * @param common whether everyone runs it
 * @param others makes what stands there already, and is not Spotdock's
 * @param earlier the commands that have been run before
 * @param thenDestroyed whether, killed, it is not run again but taken back
 */
record Journey(
        String id,
        boolean common,
        boolean gcp,
        Consumer<Stand> others,
        List<String[]> earlier,
        String[] command,
        boolean thenDestroyed) {
    static final String[] APPLY = {"apply", "-s", "spotdock.yaml", "--yes", "--no-input"};
    private static final String[] OVERWRITE = {
        "apply", "-s", "spotdock.yaml", "--yes", "--no-input", "--overwrite", "webhook"
    };
    private static final String[] SELF_TEST = {"test", "-s", "spotdock.yaml", "--yes", "--no-input", "--self-test"};
    private static final String[] DESTROY = {"destroy", "-s", "spotdock.yaml", "--yes", "--no-input"};

    static final List<Journey> ALL = List.of(
            new Journey("apply", true, false, _ -> {}, List.of(), APPLY, false),
            new Journey("destroy", true, false, _ -> {}, List.<String[]>of(APPLY), DESTROY, false),
            new Journey("apply-then-destroy", false, false, _ -> {}, List.of(), APPLY, true),
            new Journey("apply-gcp", false, true, _ -> {}, List.of(), APPLY, false),
            new Journey("destroy-gcp", false, true, _ -> {}, List.<String[]>of(APPLY), DESTROY, false),
            new Journey("apply-over-others", false, false, Journey::others, List.of(), OVERWRITE, false),
            new Journey("apply-over-others-then-destroy", false, false, Journey::others, List.of(), OVERWRITE, true),
            new Journey(
                    "destroy-over-others", false, false, Journey::others, List.<String[]>of(OVERWRITE), DESTROY, false),
            new Journey("self-test", false, false, _ -> {}, List.<String[]>of(APPLY), SELF_TEST, false),
            new Journey("self-test-gcp", false, true, _ -> {}, List.<String[]>of(APPLY), SELF_TEST, false));

    /** Makes what is to stand there before the command; returns what stood there before Spotdock came. */
    Snapshot prepare(Stand stand) {
        others.accept(stand);
        Snapshot origin = stand.sandbox.snapshot();
        earlier.forEach(command -> succeed(stand, command));
        return origin;
    }

    void again(Stand stand) {
        succeed(stand, thenDestroyed ? DESTROY : command);
    }

    void takeBack(Stand stand) {
        succeed(stand, DESTROY);
    }

    static void succeed(Stand stand, String... command) {
        Stand.Ran ran = stand.run(command);
        assertThat(ran.code()).as(String.join(" ", command) + ": " + ran.said()).isZero();
    }

    /** A role that was made by hand, the Org's webhook, which calls somebody else, and the Org's own channels. */
    private static void others(Stand stand) {
        SandboxAccess access = stand.sandbox.access();
        InstantSource clock = InstantSource.system();
        new AwsConnector(access.environment(), Path.of("no-such-home"), clock)
                .connect(Optional.empty(), access.region())
                .roles()
                .create(
                        new Role(
                                new RoleArn(
                                        Partition.AWS, access.customerAccount(), new RoleName("thoughtspot-s3-upload")),
                                Optional.empty(),
                                Duration.ofHours(1),
                                "made by hand",
                                Optional.empty(),
                                Map.of()),
                        ThoughtSpotPolicies.trust(
                                new Hosting.OnAws(access.thoughtSpotAccount(), new ExternalId("TS-WEBHOOK-X7K9M2P4Q1")),
                                Partition.AWS,
                                access.customerAccount()));
        WebhookService thoughtSpot = new ThoughtSpotConnector(Map.of(), clock, _ -> {})
                .connect(
                        new ThoughtSpotHost(access.thoughtSpot()),
                        new WebhookConnector.SignIn.Token(Secret.of(access.thoughtSpotToken())),
                        Optional.of("Primary"),
                        _ -> Secret.of("unused"));
        thoughtSpot.create(new Webhook(
                Optional.empty(),
                "Finance_reports",
                "https://finance.example.com/hook",
                Optional.of("The reports of finance"),
                Map.of("team", "finance"),
                new WebhookAuthentication.None(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty()));
        thoughtSpot.setChannels(new ChannelPreference(
                thoughtSpot.user().currentOrg(),
                EnumSet.of(ChannelPreference.Channel.EMAIL),
                ChannelPreference.Source.ORG));
    }

    @Override
    public String toString() {
        return id;
    }
}
