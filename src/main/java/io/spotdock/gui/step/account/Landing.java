package io.spotdock.gui.step.account;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.gui.step.Place;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.Optional;

/** What becomes of a sign-in: whether the account will do, and what goes into the draft. */
final class Landing {
    private final Place place;
    /** What this step itself put into the draft, and so may replace: picking another profile is picking its account. */
    private Optional<String> ownAccount = Optional.empty();

    private Optional<String> ownRegion = Optional.empty();

    Landing(Place place) {
        this.place = place;
    }

    /** Where to sign in: a profile knows best which partition it is of. */
    RegionName region(Way way) {
        return way.region()
                .or(() -> place.draft()
                        .get()
                        .text(Field.REGION)
                        .flatMap(text -> RegionName.parse(text).good()))
                .orElse(Ways.USUAL_REGION);
    }

    void land(Way way, Caller who) {
        place.learn(known -> known.withCaller(Optional.of(who)));
        Optional<String> account = place.draft().get().text(Field.ACCOUNT);
        boolean applied = place.known().get().aws().isPresent();
        if (account.isEmpty() || account.equals(ownAccount) && !applied || isOf(account, who))
            take(Optional.of(way), who);
    }

    private static boolean isOf(Optional<String> account, Caller who) {
        return account.equals(Optional.of(who.account().value()));
    }

    /** Puts the account into the draft, and how to get at it. */
    void take(Optional<Way> way, Caller who) {
        if (isPartitionRefused(who)) return;
        String account = who.account().value();
        ownAccount = Optional.of(account);
        String region = way.flatMap(Way::region).orElse(Ways.USUAL_REGION).value();
        Optional<String> before = place.draft().get().text(Field.REGION);
        boolean free = before.isEmpty() || before.equals(ownRegion);
        if (free) ownRegion = Optional.of(region);
        place.publish(draft -> {
            Draft taken = draft.with(Field.ACCOUNT, account)
                    .with(Field.PROFILE, way.flatMap(Way::profile).orElse(""));
            return free ? taken.with(Field.REGION, region) : taken;
        });
    }

    /** Why the account won't do. */
    Optional<Fault> refusal(Caller who) {
        if (isPartitionRefused(who)) return Optional.of(Fault.of("fault.partition", who.partition()));
        return place.draft()
                .get()
                .text(Field.ACCOUNT)
                .map(String::strip)
                .filter(expected -> !expected.equals(who.account().value()))
                .map(expected -> Fault.of("wizard.account.other", expected, who.account()));
    }

    /** ThoughtSpot's account on AWS lives in the commercial partition; on Google Cloud that doesn't matter. */
    boolean isPartitionRefused(Caller who) {
        boolean onAws =
                place.draft().get().text(Field.HOSTING).filter("aws"::equals).isPresent();
        return onAws && who.partition() != Partition.AWS;
    }

    /** Not once something was made in the other one. */
    boolean mayTake(Caller who) {
        return !isPartitionRefused(who) && place.known().get().aws().isEmpty();
    }
}
