package io.spotdock.service;

import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One thing that is broken in an integration that was applied and healthy, and what is to be named first. A finding is
 * written as {@code !check.id evidence.key} where the check failed and with {@code ?} where it warned; of a call that
 * failed under a check, or with which no check was reached, the failure stands there instead. {@link #NOTHING} is no
 * finding. Where the webhook differs, the path of the value that does stands behind the key.
 *
 * @param name what was broken
 * @param signedIn whether somebody who was signed in before it broke looks
 * @param user of ThoughtSpot, where it is not the administrator who looks
 * @param test what the live test finds first
 * @param doctor what the doctor, who only looks, finds first before any delivery was tried
 * @param later what the doctor finds first after the live test, where that is more
 */
record Breakage(
        String name,
        Supplier<World> world,
        UnaryOperator<Draft> settings,
        Consumer<SetUp> breaking,
        boolean signedIn,
        Optional<String> user,
        String test,
        String doctor,
        String later) {
    static final String NOTHING = "-";

    /** What live test and doctor find alike. */
    static Breakage of(String name, Consumer<SetUp> breaking, String finding) {
        return new Breakage(
                name, World::aws, draft -> draft, breaking, false, Optional.empty(), finding, finding, finding);
    }

    /** With a ThoughtSpot that runs on Google Cloud. */
    Breakage onGoogle() {
        return new Breakage(name, World::gcp, settings, breaking, signedIn, user, test, doctor, later);
    }

    /** Set up with these. */
    Breakage with(UnaryOperator<Draft> change) {
        return new Breakage(name, world, change, breaking, signedIn, user, test, doctor, later);
    }

    Breakage seenBy(String other) {
        return new Breakage(name, world, settings, breaking, signedIn, Optional.of(other), test, doctor, later);
    }

    /** By somebody who was signed in when it broke. */
    Breakage whileSignedIn() {
        return new Breakage(name, world, settings, breaking, true, user, test, doctor, later);
    }

    /** What the doctor finds instead, before the live test and after it. */
    Breakage doctor(String before, String after) {
        return new Breakage(name, world, settings, breaking, signedIn, user, test, before, after);
    }

    /** Nothing of it stands anywhere, so that a doctor who only looks has nothing to see. */
    Breakage onlyTheTestSees() {
        return doctor(NOTHING);
    }

    Breakage doctor(String finding) {
        return doctor(finding, finding);
    }

    /** Set up and healthy; the webhook's URL is one that answers. */
    static SetUp healthy(World world, UnaryOperator<Draft> settings) {
        String receiver = world.sandbox.access().receiver().toString();
        return SetUp.with(world, draft -> settings.apply(draft.with(Field.WEBHOOK_URL, receiver)));
    }

    @Override
    public String toString() {
        return name;
    }
}
