package io.spotdock.update;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.SemanticVersion;
import io.spotdock.port.Releases;
import io.spotdock.port.Releases.Announced;
import io.spotdock.update.Answer.NotAsked;
import io.spotdock.update.Answer.Why;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Finds out whether there is a newer Spotdock. Tells, and never installs. */
public final class UpdateCheck {
    private static final Duration PAUSE = Duration.ofDays(1);

    private final Optional<SemanticVersion> own;
    private final UpdateRules rules;
    private final Function<URI, Releases> releases;
    private final UpdateNotes notes;
    private final InstantSource clock;

    /** @param own this build's version; empty for one that is nobody's release */
    public UpdateCheck(
            Optional<SemanticVersion> own,
            UpdateRules rules,
            Function<URI, Releases> releases,
            UpdateNotes notes,
            InstantSource clock) {
        this.own = own;
        this.rules = rules;
        this.releases = releases;
        this.notes = notes;
        this.clock = clock;
    }

    /** Asks, because a person wants to know: also where it was asked lately, or that person has switched it off. */
    public Answer ask() {
        return hindrance().orElseGet(this::answer);
    }

    /**
     * Asks by itself: where nothing is against it, and once a day, also when no answer came.
     *
     * @throws FailureException Invalid where it can't be written down that it was asked; then nobody is
     */
    public Answer askAtTimes() {
        Optional<Answer> hindered = hindrance();
        if (hindered.isPresent()) return hindered.get();
        Notes known = notes.read();
        if (known.off()) return new NotAsked(Why.OFF);
        Instant now = clock.instant();
        if (known.asked().filter(asked -> isRecent(asked, now)).isPresent()) return new NotAsked(Why.RECENTLY);
        notes.change(kept -> kept.withAsked(now));
        return answer();
    }

    /** A clock that was set back would otherwise keep it from asking for years. */
    private static boolean isRecent(Instant asked, Instant now) {
        return !asked.isAfter(now) && Duration.between(asked, now).compareTo(PAUSE) < 0;
    }

    /** The newer version to be told of by itself: just heard of, or the last time; not one that a person has closed. */
    public Optional<Answer.Newer> news() {
        return switch (askAtTimes()) {
            case Answer.Newer newer -> Optional.of(newer).filter(this::isOpen);
            case Answer.Unknown _ -> remembered();
            case NotAsked(Why why) -> why == Why.RECENTLY ? remembered() : Optional.empty();
            case Answer.UpToDate _ -> Optional.empty();
        };
    }

    private Optional<Answer.Newer> remembered() {
        Optional<Announced> heard = notes.read().heard();
        return own.map(version -> compared(version, heard))
                .filter(Answer.Newer.class::isInstance)
                .map(Answer.Newer.class::cast)
                .filter(this::isOpen);
    }

    private boolean isOpen(Answer.Newer newer) {
        return !notes.read().closed().equals(Optional.of(newer.latest().version()));
    }

    /** What stands against asking, whoever asks. */
    private Optional<Answer> hindrance() {
        if (rules.forbidden()) return Optional.of(new NotAsked(Why.FORBIDDEN));
        if (rules.address().isEmpty()) return Optional.of(new NotAsked(Why.NO_ADDRESS));
        if (own.isEmpty()) return Optional.of(new NotAsked(Why.DEVELOPMENT));
        UpdateRules.Address address = rules.address().get();
        return address.value().bad().map(fault -> unusable(address, fault));
    }

    private static Answer unusable(UpdateRules.Address address, Fault fault) {
        return new Answer.Unknown(new Failure.Invalid(address.source(), fault, ""));
    }

    private Answer answer() {
        URI address = rules.address().flatMap(named -> named.value().good()).orElseThrow();
        try {
            Optional<Announced> latest = releases.apply(address).latest();
            remember(latest);
            return compared(own.orElseThrow(), latest);
        } catch (FailureException e) {
            return new Answer.Unknown(e.failure());
        }
    }

    private void remember(Optional<Announced> latest) {
        try {
            if (!latest.equals(notes.read().heard())) notes.change(kept -> kept.withHeard(latest));
        } catch (FailureException _) {
            // To tell it is worth more than to know it the next time.
        }
    }

    /** What is only preliminary is for those who run something preliminary already. */
    private static Answer compared(SemanticVersion own, Optional<Announced> latest) {
        return latest.filter(there -> there.version().isLaterThan(own))
                .filter(there -> own.isPreRelease()
                        || !there.preliminary() && !there.version().isPreRelease())
                .<Answer>map(there -> new Answer.Newer(own, there))
                .orElseGet(() -> new Answer.UpToDate(own, latest.map(Announced::version)));
    }

    /** Whether it is asked by itself, as far as a person has a say in it. */
    public boolean isOn() {
        return !notes.read().off();
    }

    /** Whether the environment forbids it, whatever a person has chosen. */
    public boolean isForbidden() {
        return rules.forbidden();
    }

    /**
     * Has it asked by itself, or not.
     *
     * @throws FailureException Invalid where that can't be kept
     */
    public void turn(boolean on) {
        notes.change(kept -> kept.withOff(!on));
    }

    /**
     * Tells no more of this version; of a later one it does.
     *
     * @throws FailureException Invalid where that can't be kept
     */
    public void close(SemanticVersion version) {
        notes.change(kept -> kept.withClosed(version));
    }
}
