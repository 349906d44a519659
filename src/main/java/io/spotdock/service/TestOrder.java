package io.spotdock.service;

import io.spotdock.check.Extra;
import io.spotdock.domain.LiveboardReference;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a live test is to do.
 *
 * @param size of the operator's test file in bytes
 * @param selfTest whether what must be refused is tried in earnest, for which a statement is put into the role's trust
 *     policy and taken out again
 * @param liveboard the Liveboard that is delivered, for which a schedule is made and deleted again
 */
public record TestOrder(int size, boolean selfTest, Optional<Liveboard> liveboard) {
    /** @param zone that times are told in */
    public record Liveboard(LiveboardReference reference, ZoneId zone) {}

    public static TestOrder plain(int size) {
        return new TestOrder(size, false, Optional.empty());
    }

    public TestOrder with(Liveboard wanted) {
        return new TestOrder(size, selfTest, Optional.of(wanted));
    }

    public Set<Extra> extras() {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        if (selfTest) extras.add(Extra.SELF_TEST);
        if (liveboard.isPresent()) extras.add(Extra.LIVEBOARD);
        return extras;
    }

    /** Whether something is put outside that the journal has to know of. */
    public boolean isJournalled() {
        return !extras().isEmpty();
    }
}
