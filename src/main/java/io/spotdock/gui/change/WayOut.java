package io.spotdock.gui.change;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Place;
import io.spotdock.plan.Change;
import io.spotdock.settings.Field;
import io.spotdock.settings.Journey;
import io.spotdock.settings.StepId;
import java.util.Optional;

/** A button beside a failure that leads to the pane where it is mended. */
public record WayOut(Fault label, Runnable run) {
    /** Empty where no pane mends it. */
    public static Optional<WayOut> of(Failure failure, Place.Navigation navigation) {
        return switch (failure) {
            case Failure.Expired expired -> {
                boolean thoughtSpot = expired.signIn().contains("thoughtspot");
                yield Optional.of(new WayOut(
                        Fault.of("wizard.sign-in"),
                        () -> navigation.goTo(thoughtSpot ? StepId.HOSTING : StepId.AWS_ACCOUNT)));
            }
            case Failure.Invalid invalid ->
                Field.ofPath(invalid.field())
                        .map(field -> new WayOut(
                                Fault.of("wizard.correct-it"), () -> navigation.goTo(Journey.stepOf(field), field)));
            case Failure.Denied _,
                    Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> Optional.empty();
        };
    }

    /** To where the thing in conflict gets another name, or what is wrong with it is mended. */
    public static WayOut of(Change.Conflict conflict, Place.Navigation navigation) {
        return of(conflict.failure(), navigation).orElseGet(() -> {
            Field field = switch (conflict.resource().kind()) {
                case BUCKET, BUCKET_POLICY -> Field.BUCKET_NAME;
                case IDENTITY_PROVIDER -> Field.GOOGLE_PROVIDER;
                case ROLE, TRUST_POLICY, PERMISSIONS_POLICY -> Field.ROLE_NAME;
                case WEBHOOK, CHANNEL, SCHEDULE, TEST_FILE -> Field.WEBHOOK_NAME;
            };
            return new WayOut(
                    Fault.of("wizard.change.another-name"), () -> navigation.goTo(Journey.stepOf(field), field));
        });
    }
}
