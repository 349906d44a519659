package io.spotdock.gui.renewal;

import io.spotdock.port.CloudConnector;
import io.spotdock.port.Renewal.Lapse;
import io.spotdock.port.WebhookConnector;
import io.spotdock.service.WayBack;
import java.util.function.Consumer;

/** Something that waits for another sign-in; the answer says whether there is one. */
public sealed interface Pause {
    /** Whether there is another sign-in, or none will come. */
    Consumer<Boolean> answer();

    /** @param back how the person gets back in */
    record OfAws(Lapse<CloudConnector.SignIn> lapse, WayBack back, Consumer<Boolean> answer) implements Pause {}

    record OfThoughtSpot(Lapse<WebhookConnector.SignIn> lapse, Consumer<Boolean> answer) implements Pause {}
}
