package io.spotdock.gui.step.account;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RegionName;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.Stepping;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.gui.task.Pages;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whose AWS account it is: a choice among the ways to sign in, and who that turns out to be. */
public final class AccountModel extends Stepping {
    /** So that arrows that run down the list sign in once, at its end. */
    static final Duration SETTLED = Duration.ofMillis(250);

    private final Place place;
    private final Activity looking;
    private final Activity probing;
    private final Landing landing;
    private final RightsModel rights;
    private final SignInModel signIn;
    private final ReadOnlyObjectWrapper<List<Way>> ways = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Way>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> lookedEverywhere = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Caller>> caller = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Fault>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Operation settling = Operation.NONE;

    /** @param pages opens AWS's page for signing in by SSO */
    public AccountModel(Place place, Pages pages) {
        super(StepId.AWS_ACCOUNT);
        this.place = place;
        looking = new Activity(place.operations());
        probing = new Activity(place.operations());
        landing = new Landing(place);
        rights = new RightsModel(place);
        signIn = new SignInModel(place, pages, new Entering());
        foot(missing());
        place.draft().subscribe(this::refresh);
        place.known().subscribe(this::refresh);
        signIn.signingIn().slow().subscribe(this::refresh);
        rights.rights().subscribe(this::refresh);
    }

    private void refresh() {
        Optional<Caller> now = place.known().get().caller();
        caller.set(now);
        refusal.set(now.flatMap(landing::refusal));
        stand(now.map(this::standingOf).orElse(Standing.TO_DO));
        foot(footerNow());
    }

    private Standing standingOf(Caller who) {
        if (refusal.get().isPresent())
            return Standing.fault(Fault.of(
                    landing.isPartitionRefused(who)
                            ? "wizard.account.standing.partition"
                            : "wizard.account.standing.other"));
        int refused = rights.refused();
        return refused > 0
                ? Standing.look(Fault.of("wizard.account.not-allowed", refused))
                : Standing.done(who.account().value());
    }

    private Footer footerNow() {
        if (signIn.signingIn().slow().get()) return Footer.waiting(Fault.of("wizard.account.signing-in"), signIn::stop);
        if (caller.get().isEmpty()) return missing();
        return refusal.get()
                .map(why -> Footer.blocked(Fault.of("wizard.account.footer.pick"), this::toProfiles))
                .orElseGet(() -> Footer.onward(place.known().get(), place.navigation()::next));
    }

    private Footer missing() {
        return Footer.blocked(Fault.of("wizard.account.footer.sign-in"), this::toProfiles);
    }

    private void toProfiles() {
        place.navigation().goTo(StepId.AWS_ACCOUNT, Field.PROFILE);
    }

    public ReadOnlyObjectProperty<List<Way>> ways() {
        return ways.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Way>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether nothing is left to look for; no way then means that there is none. */
    public ReadOnlyObjectProperty<Boolean> lookedEverywhere() {
        return lookedEverywhere.getReadOnlyProperty();
    }

    /** Who is signed in. */
    public ReadOnlyObjectProperty<Optional<Caller>> caller() {
        return caller.getReadOnlyProperty();
    }

    /** Why this account won't do. */
    public ReadOnlyObjectProperty<Optional<Fault>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Whether the account may be taken in place of the one that is expected. */
    public boolean mayTakeAccount() {
        return caller.get().filter(landing::mayTake).isPresent();
    }

    public RightsModel rights() {
        return rights;
    }

    /** What it takes to be signed in by the way chosen. */
    public SignInModel signIn() {
        return signIn;
    }

    /** Why the list could not be read. */
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    public boolean inSandbox() {
        return place.inSandbox();
    }

    @Override
    public void enter() {
        if (ways.get().isEmpty()) look();
        else caller.get().filter(_ -> refusal.get().isEmpty()).ifPresent(rights::look);
    }

    /** Looks for ways to sign in, anew; signs in where there is no doubt which one is meant. */
    public void look() {
        notice.set(Optional.empty());
        lookedEverywhere.set(false);
        looking.start(
                () -> Ways.on(place.setup().profiles(), place.inSandbox()),
                Ending.of(this::found, why -> notice.set(Optional.of(Notice.of(why))), () -> {}));
    }

    private void found(Ways found) {
        List<Way> list = new ArrayList<>(found.sure());
        if (chosen.get().equals(Optional.of(Way.TYPED))) list.add(Way.TYPED);
        ways.set(List.copyOf(list));
        found.machine().ifPresentOrElse(this::probe, () -> lookedEverywhere.set(true));
        Optional<Way> before = chosen.get().flatMap(this::same);
        chosen.set(before.or(this::meant));
        chosen.get().ifPresent(this::proceed);
    }

    private Optional<Way> same(Way way) {
        return ways.get().stream()
                .filter(each -> each.name().equals(way.name()))
                .findFirst();
    }

    /** The draft's profile, or the only way there is. */
    private Optional<Way> meant() {
        Optional<String> profile = place.draft().get().text(Field.PROFILE);
        List<Way> all = ways.get();
        if (profile.isPresent())
            return all.stream().filter(way -> way.profile().equals(profile)).findFirst();
        return all.size() == 1 && lookedEverywhere.get() ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private void probe(Way machine) {
        RegionName region = machine.region().orElse(Ways.USUAL_REGION);
        probing.start(() -> place.setup().answersByDefault(region), answers -> {
            lookedEverywhere.set(true);
            if (!answers) {
                if (chosen.get().isEmpty()) meant().ifPresent(this::choose);
                return;
            }
            List<Way> more = new ArrayList<>(ways.get());
            more.add(machine);
            ways.set(List.copyOf(more));
            if (chosen.get().isEmpty()) meant().ifPresent(this::choose);
        });
    }

    /** Takes a way, and signs in by it as soon as the choice has settled. */
    public void choose(Way way) {
        if (chosen.get().equals(Optional.of(way))) return;
        chosen.set(Optional.of(way));
        settling.cancel();
        forget();
        settling = place.operations().after(SETTLED, () -> proceed(way));
    }

    /** Where there is already somebody signed in, that is kept. */
    private void proceed(Way way) {
        if (caller.get().isPresent()) {
            landed();
            return;
        }
        signIn.begin(way);
    }

    private void forget() {
        signIn.stop();
        rights.forget();
        place.setup().signOut();
        if (caller.get().isPresent()) place.learn(known -> known.withCaller(Optional.empty()));
    }

    private final class Entering implements SignInModel.Entrance {
        @Override
        public Supplier<Runnable> entering(Way way, SignIn how) {
            RegionName region = landing.region(way);
            return () -> {
                Caller who = place.setup().signIn(how, region);
                return () -> {
                    landing.land(way, who);
                    landed();
                };
            };
        }

        @Override
        public void allowed() {
            look();
        }
    }

    private void landed() {
        caller.get().filter(_ -> refusal.get().isEmpty()).ifPresent(rights::look);
    }

    /** Lets keys be typed. */
    public void askForKeys() {
        if (!ways.get().contains(Way.TYPED)) {
            List<Way> more = new ArrayList<>(ways.get());
            more.add(Way.TYPED);
            ways.set(List.copyOf(more));
        }
        chosen.set(Optional.of(Way.TYPED));
        forget();
        signIn.begin(Way.TYPED);
    }

    /** Takes this account in place of the one that the settings expected. */
    public void takeAccount() {
        caller.get().ifPresent(who -> landing.take(chosen.get(), who));
        landed();
    }

    @Override
    public Optional<Field> firstFault() {
        return standing().get().isPassable() ? Optional.empty() : Optional.of(Field.PROFILE);
    }
}
