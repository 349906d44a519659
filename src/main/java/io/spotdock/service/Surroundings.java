package io.spotdock.service;

import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.export.WebhookDocument;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.Profiles;
import io.spotdock.port.Receivers;
import io.spotdock.port.SsoSignIn;
import io.spotdock.port.WebhookConnector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The world that a setup works in: the person's own accounts, or a sandbox.
 *
 * @param signIns what is kept in the system's keychain
 * @param webhookDocument what would be sent to ThoughtSpot, written down
 * @param secrets finds secrets of the environment and of files
 * @param audit hears every event of every operation
 */
public record Surroundings(
        CloudConnector clouds,
        Profiles profiles,
        SsoSignIn sso,
        WebhookConnector webhooks,
        Receivers receivers,
        KeptSignIns signIns,
        WebhookDocument webhookDocument,
        ExternalIds externalIds,
        Journals journals,
        Function<SecretReference, Secret> secrets,
        Waiter waiter,
        InstantSource clock,
        Event.Sink audit) {
    /**
     * The world that an environment leads to.
     *
     * @param folder that relative paths of secrets start from
     */
    public static Surroundings of(
            Rooms rooms, Map<String, String> environment, Path folder, InstantSource clock, Event.Sink audit) {
        return new Surroundings(
                rooms.clouds().apply(environment),
                rooms.profiles().apply(environment),
                rooms.sso().apply(environment),
                rooms.webhooks().apply(environment),
                rooms.receivers().apply(environment),
                rooms.signIns(),
                rooms.webhookDocument(),
                rooms.externalIds(),
                rooms.journals(),
                new SecretFinder(environment, folder, _ -> {}),
                new Waiter(clock, rooms.sleeper(), RandomGenerator.getDefault()),
                clock,
                audit);
    }

    /** The same world, in which sign-ins that run out are renewed. */
    public Surroundings renewing(Renewals renewals) {
        return new Surroundings(
                renewals.over(clouds),
                profiles,
                sso,
                renewals.over(webhooks),
                receivers,
                signIns,
                webhookDocument,
                externalIds,
                journals,
                secrets,
                waiter,
                clock,
                audit);
    }

    /** The same world, with what Spotdock keeps on this computer kept somewhere else. */
    public Surroundings keeping(ExternalIds ids, Journals kept) {
        return new Surroundings(
                clouds,
                profiles,
                sso,
                webhooks,
                receivers,
                signIns,
                webhookDocument,
                ids,
                kept,
                secrets,
                waiter,
                clock,
                audit);
    }
}
