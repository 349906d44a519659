package io.spotdock.gui.step.webhook;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Secrets;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What a person wants beside what the form holds. */
final class Wishes {
    private final ReadOnlyBooleanWrapper channel = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper renewal = new ReadOnlyBooleanWrapper();
    private final Set<ResourceKind> overwrite = EnumSet.noneOf(ResourceKind.class);
    private boolean trustsRole;

    /** Whether Liveboard schedules of the Org are to be sent to the webhook; left as it is where they aren't. */
    ReadOnlyBooleanProperty channel() {
        return channel.getReadOnlyProperty();
    }

    void wantChannel(boolean wanted) {
        channel.set(wanted);
    }

    /** Whether secrets that stand elsewhere are to be sent again, although nobody can see whether they differ. */
    ReadOnlyBooleanProperty renewal() {
        return renewal.getReadOnlyProperty();
    }

    void wantRenewal(boolean wanted) {
        renewal.set(wanted);
    }

    /** The word that lets Spotdock change a webhook that others made. */
    void overwrite() {
        overwrite.add(ResourceKind.WEBHOOK);
    }

    /** The word that relies on a role of somebody else's as it stands. */
    void trustRole() {
        trustsRole = true;
    }

    boolean trustsRole() {
        return trustsRole;
    }

    /** A word holds for what was seen, and no longer. */
    void forgetWord() {
        overwrite.clear();
        trustsRole = false;
    }

    Scope scope() {
        return channel.get() ? Scope.WEBHOOK : Scope.WEBHOOK_ALONE;
    }

    /** Of all there is to see. */
    Aim everything() {
        return aim(Scope.WEBHOOK);
    }

    /** Of what is wanted. */
    Aim wanted() {
        return aim(scope());
    }

    private Aim aim(Scope scope) {
        return new Aim(scope, overwrite, renewal.get() ? Secrets.ALL : Secrets.TYPED);
    }
}
