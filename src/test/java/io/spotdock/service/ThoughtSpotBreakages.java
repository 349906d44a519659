package io.spotdock.service;

import static io.spotdock.service.Breakage.NOTHING;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.resource.ChannelPreference;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.settings.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is done in ThoughtSpot, or what ThoughtSpot and the webhook's URL do otherwise than they say. */
final class ThoughtSpotBreakages {
    private ThoughtSpotBreakages() {}

    static List<Breakage> all() {
        return List.of(
                fault("ThoughtSpot’s token has run out", "ts-reject-token", "", "Expired sign-in.thoughtspot-token"),
                fault(
                                "ThoughtSpot’s token runs out",
                                "ts-reject-token",
                                "",
                                "!thoughtspot.sign-in Expired sign-in.thoughtspot-token")
                        .whileSignedIn(),
                fault(
                                "ThoughtSpot can’t be reached any more",
                                "ts-drop-before",
                                "100000",
                                "!thoughtspot.sign-in Unreachable")
                        .whileSignedIn(),
                Breakage.of(
                                "The user may not manage webhooks",
                                _ -> {},
                                "!thoughtspot.privilege check.thoughtspot.privilege.no")
                        .seenBy("viewer"),
                Breakage.of(
                                "The user may not see the channel preference",
                                _ -> {},
                                "?thoughtspot.channel-privilege check.thoughtspot.channel-privilege.no")
                        .seenBy("webhook-manager"),
                fault(
                        "ThoughtSpot answers with a log-in page",
                        "ts-html",
                        "",
                        "Invalid fault.thoughtspot-host.not-thoughtspot"),
                fault("ThoughtSpot can’t be reached", "ts-drop-before", "100000", "Unreachable"),
                fault("ThoughtSpot asks to slow down, and goes on to", "ts-throttle", "100000", "Throttled"),
                fault(
                        "Webhooks were switched off",
                        "ts-no-webhooks",
                        "",
                        "!thoughtspot.release check.thoughtspot.release.no-webhooks"),
                Breakage.of(
                        "The webhook was deleted",
                        s -> s.world
                                .thoughtSpot()
                                .delete(registered(s).serverId().orElseThrow()),
                        "!webhook.registered check.webhook.registered.no"),
                change(
                        "The webhook was renamed",
                        WebhookField.NAME,
                        w -> copy(w, "Theirs", w.url(), w.storage(), w.enabled()),
                        "!webhook.registered check.webhook.registered.no"),
                change(
                        "The webhook was disabled",
                        WebhookField.ENABLED,
                        w -> copy(w, w.name(), w.url(), w.storage(), Optional.of(false)),
                        "!webhook.enabled check.webhook.enabled.no"),
                change(
                        "The webhook has another URL",
                        WebhookField.URL,
                        w -> copy(w, w.name(), "https://elsewhere.example.com/hook", w.storage(), w.enabled()),
                        "!webhook.matches check.webhook.matches.no webhook.url"),
                storage(
                        "The webhook names another bucket",
                        d -> new StorageDestination(
                                "another-bucket", d.region(), d.roleArn(), d.externalId(), d.prefix()),
                        "!webhook.matches check.webhook.matches.no bucket.name"),
                storage(
                        "The webhook names another region",
                        d -> new StorageDestination(d.bucket(), "eu-west-1", d.roleArn(), d.externalId(), d.prefix()),
                        "!webhook.matches check.webhook.matches.no aws.region"),
                storage(
                        "The webhook names another role",
                        d -> new StorageDestination(
                                d.bucket(), d.region(), d.roleArn() + "-old", d.externalId(), d.prefix()),
                        "!webhook.matches check.webhook.matches.no role.arn"),
                storage(
                        "The webhook names another external ID",
                        d -> new StorageDestination(
                                d.bucket(),
                                d.region(),
                                d.roleArn(),
                                Optional.of(new ExternalId("another-id")),
                                d.prefix()),
                        "!webhook.matches check.webhook.matches.no role.external-id"),
                storage(
                        "The webhook names another prefix",
                        d -> new StorageDestination(
                                d.bucket(), d.region(), d.roleArn(), d.externalId(), new KeyPrefix("reports/")),
                        "!webhook.matches check.webhook.matches.no bucket.prefix"),
                change(
                        "The webhook writes to no bucket",
                        WebhookField.STORAGE,
                        w -> copy(w, w.name(), w.url(), Optional.empty(), w.enabled()),
                        "!webhook.matches check.webhook.matches.no bucket.name"),
                Breakage.of(
                        "The channel preference lacks WEBHOOK",
                        s -> {
                            ChannelPreference now = s.world.thoughtSpot().channels();
                            s.world
                                    .thoughtSpot()
                                    .setChannels(new ChannelPreference(
                                            now.org(), Set.of(ChannelPreference.Channel.EMAIL), now.source()));
                        },
                        "!channel.webhook check.channel.webhook.no"),
                // The doctor calls no URL.
                fault(
                                "The webhook’s URL answers 500",
                                "receiver",
                                "500",
                                "!delivery.receiver check.delivery.receiver.failed")
                        .onlyTheTestSees(),
                fault(
                                "The webhook’s URL answers 401",
                                "receiver",
                                "401",
                                "!delivery.receiver check.delivery.receiver.failed")
                        .onlyTheTestSees(),
                fault(
                                "The webhook’s URL redirects",
                                "receiver",
                                "redirect",
                                "!delivery.receiver check.delivery.receiver.failed")
                        .onlyTheTestSees(),
                fault(
                                "The webhook’s URL takes too long",
                                "receiver",
                                "slow",
                                "!delivery.receiver cause.receiver.silent")
                        .onlyTheTestSees(),
                fault(
                                "The webhook’s URL refuses to connect",
                                "receiver",
                                "refused",
                                "!delivery.receiver cause.receiver.silent")
                        .onlyTheTestSees(),
                // AWS records a refusal of another account's call there and not here, and a test that failed is no
                // delivery: only a Liveboard's, below, is remembered.
                fault(
                                "ThoughtSpot calls from another account than it says",
                                "ts-account",
                                "210987654321",
                                "!delivery.validate cause.other-account")
                        .onlyTheTestSees(),
                fault(
                                "ThoughtSpot sends another external ID than the webhook’s",
                                "ts-external-id",
                                "another-id",
                                "!delivery.validate cause.external-id.shown")
                        .onlyTheTestSees(),
                fault(
                                "ThoughtSpot sends the external ID in other case",
                                "ts-external-id-case",
                                "",
                                "!delivery.validate cause.external-id.shown")
                        .onlyTheTestSees(),
                Breakage.of(
                        "A Liveboard could not be delivered yesterday, and it is put right since",
                        s -> {
                            s.world.sandbox.faults().set("ts-account", "210987654321");
                            deliver(s);
                            s.world.sandbox.faults().clear("ts-account");
                        },
                        "?deliveries.recent cause.other-account"),
                Breakage.of(
                                "A Liveboard’s delivery was refused, and the reason stands",
                                s -> {
                                    s.world.sandbox.faults().set("ts-external-id", "another-id");
                                    deliver(s);
                                },
                                "!delivery.validate cause.external-id.shown")
                        .doctor("?deliveries.recent cause.external-id.shown"),
                Breakage.of(
                                "A Liveboard’s delivery came from another account than ThoughtSpot says",
                                s -> {
                                    s.world.sandbox.faults().set("ts-account", "210987654321");
                                    deliver(s);
                                },
                                "!delivery.validate cause.other-account")
                        .doctor("?deliveries.recent cause.other-account"),
                Breakage.of(
                                "A Liveboard’s delivery was not taken by the webhook’s URL",
                                s -> {
                                    s.world.sandbox.faults().set("receiver", "500");
                                    deliver(s);
                                },
                                "!delivery.receiver check.delivery.receiver.failed")
                        .doctor("?deliveries.recent cause.receiver"),
                // Nothing is broken, and nothing can be proven: what is skipped says so.
                fault("The cluster is too old to validate", "ts-release", "26.3", NOTHING),
                fault("The cluster is too old to offer anything", "ts-old-cluster", "", NOTHING),
                Breakage.of(
                                "ThoughtSpot offers another external ID than the one in use",
                                _ -> {},
                                "?thoughtspot.offer check.thoughtspot.offer.role-external-id")
                        .with(draft -> draft.with(Field.EXTERNAL_ID, "of-my-own")));
    }

    /** A scheduled Liveboard becomes due, and ThoughtSpot does with it what it does. */
    private static void deliver(SetUp s) {
        new Liveboards(s.world.sandbox.access()).schedule("Weekly sales", "PDF", s.world.now());
        s.world.pass(Liveboards.untilDue(s.world.now()));
        s.world.integration().deliveries().follow(DeliveryHistory.KEPT, Duration.ofHours(2), Event.Sink.NONE);
    }

    private static Webhook registered(SetUp s) {
        return s.world.thoughtSpot().webhooks().getFirst();
    }

    private static Breakage storage(String name, UnaryOperator<StorageDestination> other, String finding) {
        return change(
                name,
                WebhookField.STORAGE,
                w -> copy(w, w.name(), w.url(), w.storage().map(other), w.enabled()),
                finding);
    }

    private static Breakage change(String name, WebhookField field, UnaryOperator<Webhook> other, String finding) {
        return Breakage.of(
                name,
                s -> {
                    Webhook found = registered(s);
                    s.world.thoughtSpot().update(found.serverId().orElseThrow(), other.apply(found), Set.of(field));
                },
                finding);
    }

    private static Webhook copy(
            Webhook w, String name, String url, Optional<StorageDestination> storage, Optional<Boolean> enabled) {
        return new Webhook(
                w.serverId(),
                name,
                url,
                w.description(),
                w.urlParams(),
                w.authentication(),
                w.signature(),
                w.headers(),
                storage,
                enabled);
    }

    private static Breakage fault(String name, String fault, String value, String finding) {
        return Breakage.of(name, s -> s.world.sandbox.faults().set(fault, value), finding);
    }
}
