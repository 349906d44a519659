package io.spotdock.port;

import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.domain.resource.Webhook;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * The customer's URL that ThoughtSpot calls after a delivery, seen from this computer. ThoughtSpot sits elsewhere in the
 * network, so that none of it is proof for or against.
 */
public interface Receivers {
    /**
     * Looks at each stage of a call, by requests that change nothing there, and waits a little longer than ThoughtSpot's 5
     * seconds. Carries no secret and follows no redirect.
     */
    ReceiverHealth probe(WebhookUrl url);

    /** A call as ThoughtSpot's own would be, marked as a test, to be shown before it is sent. Asks nobody. */
    Trial prepare(Webhook webhook);

    /**
     * Sends a trial that a person has seen. Follows no redirect.
     *
     * @param secrets finds what signs in and what signs
     */
    ReceiverHealth.Stage<ReceiverHealth.Reply> send(Trial trial, Function<SecretReference, Secret> secrets);

    /**
     * A call that has not been made.
     *
     * @param url with the URL parameters
     * @param headers in their order, without any secret
     */
    record Trial(Webhook webhook, URI url, List<Header> headers, String body) {
        public Trial {
            headers = List.copyOf(headers);
        }
    }

    /** @param shown its value, with {@code [hidden]} for what is secret in it */
    record Header(String name, String shown) {
        /** Not its value, which is the secret itself while a call is made. */
        @Override
        public String toString() {
            return name;
        }
    }
}
