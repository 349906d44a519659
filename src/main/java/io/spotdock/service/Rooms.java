package io.spotdock.service;

import io.spotdock.export.WebhookDocument;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.Profiles;
import io.spotdock.port.Receivers;
import io.spotdock.port.SsoSignIn;
import io.spotdock.port.WebhookConnector;
import io.spotdock.update.UpdateCheck;
import java.util.Map;
import java.util.function.Function;

/**
 * What both front ends are served by; wired by {@code app}.
 *
 * @param clouds AWS, signed in to as an environment says
 * @param profiles the ways to sign in to AWS that an environment offers
 * @param sso signs in to AWS on a page of its own
 * @param webhooks ThoughtSpot, reached as an environment says
 * @param receivers webhook URLs, reached as an environment says
 * @param signIns what is kept in the system's keychain
 * @param updates whether there is a newer Spotdock, asked as an environment says
 * @param webhookDocument what would be sent to ThoughtSpot, written down
 */
public record Rooms(
        ExternalIds externalIds,
        Journals journals,
        Function<Map<String, String>, CloudConnector> clouds,
        Function<Map<String, String>, Profiles> profiles,
        Function<Map<String, String>, SsoSignIn> sso,
        Function<Map<String, String>, WebhookConnector> webhooks,
        Function<Map<String, String>, Receivers> receivers,
        KeptSignIns signIns,
        Function<Map<String, String>, UpdateCheck> updates,
        WebhookDocument webhookDocument,
        Sleeper sleeper) {}
