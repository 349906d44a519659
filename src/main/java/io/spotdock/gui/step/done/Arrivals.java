package io.spotdock.gui.step.done;

import io.spotdock.check.Delivery;
import io.spotdock.domain.Failure;
import io.spotdock.port.DeliveryHistory;
import java.util.List;

/** What is known of the deliveries of the last days. */
sealed interface Arrivals {
    /** Nobody has asked. */
    record Unasked() implements Arrivals {}

    record Looking() implements Arrivals {}

    /** Nothing was delivered. */
    record None() implements Arrivals {}

    /** @param deliveries newest first, at least one */
    record Listed(List<Delivery> deliveries) implements Arrivals {
        public Listed {
            deliveries = List.copyOf(deliveries);
        }
    }

    /** A cluster before 26.4 keeps no history. */
    record NotKept() implements Arrivals {}

    record NotAllowed() implements Arrivals {}

    /** Nobody is signed in to ThoughtSpot. */
    record NotConnected() implements Arrivals {}

    record Failed(Failure failure) implements Arrivals {}

    static Arrivals of(List<Delivery> deliveries) {
        return deliveries.isEmpty() ? new None() : new Listed(deliveries);
    }

    static Arrivals of(Failure failure) {
        return switch (failure) {
            case Failure.Missing missing when missing.resource().equals(DeliveryHistory.RESOURCE) -> new NotKept();
            // Of ThoughtSpot's; what AWS denies only hides the files.
            case Failure.Denied denied when denied.resource().equals(DeliveryHistory.RESOURCE) -> new NotAllowed();
            case Failure.Denied _,
                    Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Invalid _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.Expired _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> new Failed(failure);
        };
    }
}
