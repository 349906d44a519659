package io.spotdock.gui.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spotdock.FreshToken;
import io.spotdock.UserSession;
import io.spotdock.domain.AccessKeyId;
import io.spotdock.domain.AccountId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.gui.change.Undo;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.step.account.SignInModel.Ask;
import io.spotdock.gui.step.review.Phase;
import io.spotdock.gui.step.review.ReviewModel;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Applied;
import io.spotdock.service.Event;
import io.spotdock.service.WayBack;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The window's side of a sign-in that runs out, without a window: a person acts as soon as they are asked. */
class RenewalModelTest {
    private static TestPlace guide() {
        TestPlace place = TestPlace.aws().withGuide().attended();
        place.learn(known -> known.withCaller(Optional.of(place.setup()
                .signIn(
                        UserSession.typed(place.sandbox.access()),
                        place.sandbox.access().region()))));
        return place;
    }

    private static RenewalModel renewal(TestPlace place) {
        return new RenewalModel(place, _ -> true, place.pausing);
    }

    private static void whenAsked(RenewalModel model, Runnable person) {
        model.pause().subscribe(pause -> {
            if (pause.isPresent()) person.run();
        });
    }

    private static void type(RenewalModel model, SignIn.Keys keys) {
        model.signIn().keys().id().text().set(keys.id().value());
        model.signIn().enterKeys(keys.secretAccessKey(), keys.sessionToken().orElseGet(() -> Secret.of("")));
    }

    private static ReviewModel applied(TestPlace place) {
        ReviewModel review = new ReviewModel(place);
        review.enter();
        assertThat(review.phase().get()).isInstanceOf(Phase.Planned.class);
        place.sandbox.faults().set("expire", "5");
        review.apply();
        assertThat(place.sandbox.faults().isOn("expire")).isFalse();
        return review;
    }

    @Test
    void applyWaitsForOtherKeysAndGoesOnWithThem() {
        try (TestPlace place = guide()) {
            RenewalModel model = renewal(place);
            List<Ask> asked = new ArrayList<>();
            whenAsked(model, () -> {
                asked.add(model.signIn().ask().get());
                type(model, UserSession.typed(place.sandbox.access()));
            });

            ReviewModel review = applied(place);

            assertThat(((Phase.Ready) review.phase().get()).applied().changed()).isEqualTo(5);
            assertThat(asked).containsExactly(Ask.KEYS);
            assertThat(model.pause().get()).isEmpty();
            assertThat(model.signIn().ask().get()).isEqualTo(Ask.NOTHING);
        }
    }

    @Test
    void keysOfAnotherAccountAreRefusedInPlaceAndWiped() {
        try (TestPlace place = guide()) {
            var key = place.sandbox.aws().addAccount(new AccountId("222222222222"), new RegionName("us-east-1"));
            SignIn.Keys others = new SignIn.Keys(new AccessKeyId(key.id()), Secret.of(key.secret()), Optional.empty());
            RenewalModel model = renewal(place);
            List<String> told = new ArrayList<>();
            whenAsked(model, () -> {
                type(model, others);
                model.signIn().notice().get().map(Notice::title).ifPresent(title -> told.add(title.key()));
                type(model, UserSession.typed(place.sandbox.access()));
            });

            ReviewModel review = applied(place);

            assertThat(review.phase().get()).isInstanceOf(Phase.Ready.class);
            assertThat(told).containsExactly("fault.renewal.account");
            assertThat(catchThrowableOfType(
                            IllegalStateException.class,
                            () -> others.secretAccessKey().use(text -> text)))
                    .isNotNull();
        }
    }

    @Test
    void whoStopsIsToldSoAndMayResume() {
        try (TestPlace place = guide()) {
            RenewalModel model = renewal(place);
            whenAsked(model, model::stop);

            ReviewModel review = applied(place);

            Phase.Stopped stopped = (Phase.Stopped) review.phase().get();
            assertThat(stopped.applied().stopped()).containsInstanceOf(Failure.Expired.class);
            assertThat(stopped.applied().cancelled()).isFalse();
            place.setup()
                    .signIn(
                            UserSession.typed(place.sandbox.access()),
                            place.sandbox.access().region());
            review.resume();
            assertThat(review.phase().get()).isInstanceOf(Phase.Ready.class);
        }
    }

    @Test
    void whatComesFromElsewhereIsReadAgainOrReplacedByKeys() {
        try (TestPlace place = new TestPlace(SandboxOptions.aws(), Path.of("no-such-home"), UserSession::in)
                .withGuide()
                .attended()
                .signedIn()) {
            RenewalModel model = renewal(place);
            List<Object> seen = new ArrayList<>();
            whenAsked(model, () -> {
                seen.add(((Pause.OfAws) model.pause().get().orElseThrow()).back());
                seen.add(model.signIn().ask().get());
                model.goOn();
                seen.add(model.signIn().notice().get().isPresent());
                model.askForKeys();
                type(model, UserSession.typed(place.sandbox.access()));
            });

            ReviewModel review = applied(place);

            assertThat(review.phase().get()).isInstanceOf(Phase.Ready.class);
            assertThat(seen).containsExactly(new WayBack.Elsewhere(), Ask.NOTHING, true);
        }
    }

    @Test
    void takingBackWaitsAsWell() {
        try (TestPlace place = guide()) {
            RenewalModel model = renewal(place);
            whenAsked(model, () -> type(model, UserSession.typed(place.sandbox.access())));
            applied(place);
            Undo undo = new Undo(place);
            undo.ask(place.draft().get().check().good().orElseThrow());
            place.sandbox.faults().set("expire", "3");

            undo.undo();

            assertThat(place.sandbox.faults().isOn("expire")).isFalse();
            assertThat(((Undo.Phase.Ended) undo.phase().get()).applied().complete())
                    .isTrue();
            assertThat(place.setup().cloud().buckets().list()).isEmpty();
        }
    }

    @Test
    void anotherTokenIsTakenForThoughtSpotAndOneOfAnotherOrgIsNot() {
        try (TestPlace place = guide().connected()) {
            var thoughtSpot = place.sandbox.access().thoughtSpot();
            RenewalModel model = renewal(place);
            List<String> told = new ArrayList<>();
            whenAsked(model, () -> {
                model.enter(Secret.of("no-token"));
                model.notice().get().map(Notice::title).ifPresent(title -> told.add(title.key()));
                model.enter(Secret.of(FreshToken.of(thoughtSpot, "admin", 1)));
                model.notice().get().map(Notice::title).ifPresent(title -> told.add(title.key()));
                model.enter(Secret.of(FreshToken.of(thoughtSpot, "admin", 0)));
            });
            Settings settings = place.draft().get().check().good().orElseThrow();
            Aim aim = Aim.of(Scope.ALL, Set.of());
            Plan plan = place.setup().plan(settings, aim);
            place.sandbox.faults().set("ts-expire-token", "3");

            Applied applied = place.setup().apply(settings, plan, aim, Event.Sink.NONE);

            assertThat(applied.complete()).isTrue();
            assertThat(told).containsExactly("wizard.hosting.token-refused", "fault.thoughtspot-org.token");
        }
    }

    @Test
    void whatIsReadBesideARunFailsWithoutAQuestion() {
        try (TestPlace place = guide()) {
            RenewalModel model = renewal(place);
            List<Object> asked = new ArrayList<>();
            whenAsked(model, () -> {
                asked.add("asked");
                model.stop();
            });
            place.sandbox.faults().set("expire", "1");

            assertThat(catchThrowableOfType(
                                    FailureException.class,
                                    () -> place.setup().cloud().buckets().list())
                            .failure())
                    .isInstanceOf(Failure.Expired.class);

            assertThat(asked).isEmpty();
        }
    }
}
