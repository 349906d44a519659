package io.spotdock.gui.renewal;

import static io.spotdock.gui.step.Shown.fx;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.FreshToken;
import io.spotdock.UserSession;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.step.Shown;
import io.spotdock.gui.step.StepView;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.task.FxOperations;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.service.Applied;
import io.spotdock.service.Event;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The pause as a person meets it: services at work on a thread of their own, and the form in a window. */
@FxTest
class RenewalViewTest {
    private static final Aim ALL = Aim.of(Scope.ALL, Set.of());

    private final Texts texts = new Texts(Locale.ENGLISH);

    /** Over nothing, where the shell shows it over a step. */
    private record Alone(RenewalView view) implements StepView {
        @Override
        public Region content() {
            return view;
        }

        @Override
        public Node firstFocus() {
            return view;
        }

        @Override
        public PaneHeader header() {
            return new PaneHeader("", "");
        }
    }

    private static TestPlace place() {
        TestPlace place = TestPlace.aws().withGuide().attended().connected();
        place.setup()
                .signIn(
                        UserSession.typed(place.sandbox.access()),
                        place.sandbox.access().region());
        return place.with(new FxOperations(InstantSource.system()));
    }

    private Shown shown(TestPlace place, ColorScheme scheme) {
        return new Shown(new Alone(new RenewalView(new RenewalModel(place, _ -> true, place.pausing), texts)), scheme);
    }

    /** Applies away from the window; the sign-in runs out on the way. */
    private static CompletableFuture<Applied> applying(TestPlace place, String fault, int call) {
        Settings settings = place.draft().get().check().good().orElseThrow();
        Plan plan = place.setup().plan(settings, ALL);
        place.sandbox.faults().set(fault, String.valueOf(call));
        // The JDK's HTTP client needs the common pool, which may be one thread.
        return CompletableFuture.supplyAsync(
                () -> place.setup().apply(settings, plan, ALL, Event.Sink.NONE), Thread::startVirtualThread);
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition::getAsBoolean));
    }

    private static TextField field(Shown pane, int number) {
        return (TextField) pane.scene.getRoot().lookupAll(".text-field").stream()
                .sorted((a, b) -> Double.compare(
                        a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
                .toList()
                .get(number);
    }

    @Test
    void itSaysWhatWaitsTakesKeysAndIsGoneWhenTheyAreAccepted() throws Exception {
        try (TestPlace place = place()) {
            Shown pane = fx(() -> shown(place, ColorScheme.LIGHT));
            assertThat(fx(() -> pane.says("has run out"))).isFalse();

            CompletableFuture<Applied> applying = applying(place, "expire", 6);
            await(() -> pane.says("The sign-in to AWS account 999888777666 has run out"));
            await(() ->
                    pane.scene.getFocusOwner() instanceof Banner || pane.scene.getFocusOwner() instanceof TextField);

            SignIn.Keys keys = UserSession.typed(place.sandbox.access());
            fx(() -> {
                pane.shoot("renewal-keys");
                assertThat(pane.says("Everything waits, and goes on where it is"))
                        .isTrue();
                field(pane, 0).setText(keys.id().value());
                field(pane, 1).setText(keys.secretAccessKey().use(text -> text));
                field(pane, 2).setText(keys.sessionToken().orElseThrow().use(text -> text));
                pane.button("Sign in").fire();
            });

            assertThat(applying.get(60, TimeUnit.SECONDS).complete()).isTrue();
            await(() -> !pane.says("has run out"));
            fx(pane::close);
        }
    }

    @Test
    void aTokenIsAskedForAndStopEndsTheWait() throws Exception {
        try (TestPlace place = place()) {
            Shown pane = fx(() -> shown(place, ColorScheme.DARK));
            CompletableFuture<Applied> applying = applying(place, "ts-expire-token", 4);
            await(() -> pane.says("no longer accepts the sign-in"));
            String other = FreshToken.of(place.sandbox.access().thoughtSpot(), "admin", 1);

            fx(() -> {
                assertThat(pane.button("Go on").isDisabled()).isTrue();
                field(pane, 0).setText(other);
                pane.button("Go on").fire();
            });
            await(() -> pane.says("The token is for Org Sales, not Primary."));
            fx(() -> {
                pane.shoot("renewal-token");
                assertThat(field(pane, 0).getText()).isEmpty();
                pane.button("Stop").fire();
            });

            assertThat(applying.get(60, TimeUnit.SECONDS).stopped()).isPresent();
            await(() -> !pane.says("no longer accepts the sign-in"));
            fx(pane::close);
        }
    }
}
