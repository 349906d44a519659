package io.spotdock.service.fleet;

import io.spotdock.plan.Aim;
import io.spotdock.plan.Scope;
import io.spotdock.service.TestOrder;
import io.spotdock.settings.Settings;
import io.spotdock.settings.Settings.HostingChoice;

/** Whether an integration's ThoughtSpot must be there. */
public enum Need {
    /** Connects where there is a sign-in, and does without where there is none. */
    IF_GIVEN,
    /** Fails without a sign-in where the settings name a webhook. */
    WEBHOOKS;

    /** What a plan needs, and its being carried out. */
    public static Need of(Aim aim) {
        return aim.scope() == Scope.AWS ? IF_GIVEN : WEBHOOKS;
    }

    /** What a live test needs. */
    public static Need of(TestOrder order) {
        return order.liveboard().isPresent() ? WEBHOOKS : IF_GIVEN;
    }

    /** Whether these settings can't do without. */
    boolean isOf(Settings settings) {
        return settings.thoughtSpot().hosting() == HostingChoice.DETECT
                || this == WEBHOOKS && settings.webhook().isPresent();
    }
}
