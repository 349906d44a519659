package io.spotdock.service;

import io.spotdock.check.Circumstances;
import io.spotdock.check.LiveboardChecks;
import io.spotdock.check.LiveboardTrial;
import io.spotdock.check.Verdict;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ScheduledTime;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Undoing;
import io.spotdock.port.Schedules;
import io.spotdock.port.WebhookService;
import io.spotdock.service.LiveboardProposal.Mail;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has ThoughtSpot deliver a real Liveboard. The schedule is written to the journal before it is made, and deleted by
 * {@link #end} however the test ends; what a crash left is deleted by the next one.
 */
final class LiveboardTest implements LiveboardTrial, Temporary {
    private static final String DESCRIPTION = "A one-off test by Spotdock, deleted when it ends.";

    private final Session session;
    private final TestOrder.Liveboard order;
    private final Waiter waiter;
    private final InstantSource clock;
    private final ForgottenSchedules forgotten;
    private JournalLines log;
    private final String name = "Spotdock test " + UUID.randomUUID().toString().substring(0, 8);
    private volatile Event.Sink listener = Event.Sink.NONE;
    private int foundForgotten;
    /** What stands, or may stand, in ThoughtSpot. */
    private Undoing.@Nullable ScheduleMade standing;

    private @Nullable Made made;
    private @Nullable Followed followed;
    private @Nullable Verdict removed;

    LiveboardTest(Session session, TestOrder.Liveboard order, Journal journal, Waiter waiter, InstantSource clock) {
        this.session = session;
        this.order = order;
        this.waiter = waiter;
        this.clock = clock;
        this.forgotten = new ForgottenSchedules(journal, clock, session);
        this.log = JournalLines.of(journal, clock, session, new ResourceId(ResourceKind.SCHEDULE, name), "create");
    }

    /**
     * What it would do; changes nothing.
     *
     * @return empty without a connection to ThoughtSpot, where there is nothing that it could do
     */
    static Optional<LiveboardProposal> propose(Session session, ZoneId zone, InstantSource clock) {
        return session.thoughtSpot()
                .map(service -> new LiveboardProposal(
                        ScheduledTime.after(clock.instant(), zone),
                        service.user().name(),
                        mail(service),
                        session.settings().bucket().name(),
                        session.settings().bucket().prefix()));
    }

    private static Mail mail(WebhookService service) {
        try {
            Set<Channel> channels = service.channels().channels();
            return channels.contains(Channel.EMAIL) ? Mail.YES : Mail.NO;
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied) return Mail.PERHAPS;
            throw e;
        }
    }

    @Override
    public void speakTo(Event.Sink sink) {
        listener = sink;
    }

    @Override
    public void tidyUp(Event.Sink told) {
        foundForgotten += forgotten.takeAway(told);
    }

    @Override
    public synchronized Made make() {
        if (removed != null) throw new CancellationException("the test is over");
        WebhookService service = connected();
        WebhookService.SessionUser user = service.user();
        String recipient = user.name();
        ScheduledTime at = ScheduledTime.after(clock.instant(), order.zone());
        Schedules.Wish wish = new Schedules.Wish(name, DESCRIPTION, order.reference(), at, recipient);
        standing = new Undoing.ScheduleMade(Optional.empty(), name);
        log = log.in(user.currentOrg());
        log.begun(standing);
        try {
            // Only its answer says that it is there, and under which ID.
            Schedules.Schedule schedule =
                    SeenThrough.toItsEnd(() -> service.schedules().create(wish));
            standing = new Undoing.ScheduleMade(Optional.of(schedule.id()), name);
            log.done(standing);
            made = new Made(schedule, at);
            return made;
        } catch (FailureException e) {
            boolean listedLater = e.failure() instanceof Failure.NotVisibleYet;
            if (!listedLater && Execution.certain(e.failure())) {
                log.failed(e.failure());
                standing = null;
            }
            throw e;
        }
    }

    @Override
    public Followed follow(String webhookId, Circumstances known) {
        Made schedule = made();
        Followed end = new ScheduleWatch(connected(), waiter, clock, listener).follow(schedule, webhookId, known);
        keep(end);
        return end;
    }

    private synchronized void keep(Followed end) {
        followed = end;
    }

    @Override
    public synchronized Made made() {
        if (made == null) throw new CancellationException("no schedule is made");
        return made;
    }

    @Override
    public synchronized Optional<Followed> followed() {
        return Optional.ofNullable(followed);
    }

    private WebhookService connected() {
        return session.thoughtSpot()
                .orElseThrow(() -> new FailureException(new Failure.Expired("sign-in.thoughtspot-token", "")));
    }

    @Override
    public Verdict end() {
        return SeenThrough.undisturbed(this::concluded);
    }

    private synchronized Verdict concluded() {
        Verdict verdict = Optional.ofNullable(removed).orElseGet(this::removal);
        removed = verdict;
        return verdict;
    }

    private Verdict removal() {
        Undoing.ScheduleMade left = standing;
        if (left == null)
            return foundForgotten == 0
                    ? Verdict.skipped("check.liveboard.schedule-removed.none")
                    : Verdict.passed("check.liveboard.schedule-removed.earlier", foundForgotten);
        try {
            waiter.insistently(LiveboardChecks.REMOVED, listener, Failure::retriable, new Removal(left));
            log.undone();
            return Verdict.passed("check.liveboard.schedule-removed.yes", name);
        } catch (FailureException e) {
            return stillThere(e.failure().said());
        } catch (CancellationException _) {
            return stillThere("");
        }
    }

    private Verdict stillThere(String said) {
        return new Verdict.Failed(
                Fault.of("check.liveboard.schedule-removed.no", name), Fault.of("remedy.liveboard-schedule"), said);
    }

    /** One whose making was never answered may still come, so that nothing is only believed at the third look. */
    private final class Removal implements Supplier<Boolean> {
        private static final int LOOKS = 3;

        private final Undoing.ScheduleMade left;
        private int looks;

        Removal(Undoing.ScheduleMade left) {
            this.left = left;
        }

        @Override
        public Boolean get() {
            boolean found = new ScheduleRemoval(connected().schedules()).remove(left);
            looks++;
            if (!found && left.serverId().isEmpty() && looks < LOOKS)
                throw new FailureException(new Failure.NotVisibleYet("schedule " + name, ""));
            return found;
        }
    }
}
