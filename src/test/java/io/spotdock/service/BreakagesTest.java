package io.spotdock.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks, what is named first is the cause and not one of its consequences. */
class BreakagesTest {
    static Stream<Breakage> all() {
        return Stream.of(
                        BucketBreakages.all(),
                        RoleBreakages.all(),
                        GoogleBreakages.all(),
                        OperatorBreakages.all(),
                        ThoughtSpotBreakages.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void theCauseIsNamedFirst(Breakage broken) {
        try (SetUp setUp = Breakage.healthy(broken.world().get(), broken.settings())) {
            Optional<Integration> earlier =
                    broken.signedIn() ? Optional.of(setUp.world.integration()) : Optional.empty();
            broken.breaking().accept(setUp);
            Supplier<Integration> integration = () -> earlier.orElseGet(() -> broken.user()
                    .map(user -> setUp.world.integration(World.password(user)))
                    .orElseGet(setUp.world::integration));

            String doctor = doctor(integration);
            String test = found(() -> test(integration.get()));
            String later = doctor(integration);

            SoftAssertions.assertSoftly(found -> {
                found.assertThat(test).as("live test").isEqualTo(broken.test());
                found.assertThat(doctor).as("doctor").isEqualTo(broken.doctor());
                found.assertThat(later).as("doctor, afterwards").isEqualTo(broken.later());
            });
        }
    }

    @Test
    void eachIsNamedOnce() {
        assertThat(all()).extracting(Breakage::name).doesNotHaveDuplicates().hasSizeGreaterThan(70);
    }

    private static String doctor(Supplier<Integration> integration) {
        return found(() -> integration.get().diagnose(Event.Sink.NONE).first());
    }

    /** By the doctor's own rule: the first that failed, else the first to look at. */
    private static Optional<CheckResult> test(Integration integration) {
        List<CheckResult> results =
                integration.test(64, List.of(), Event.Sink.NONE).results();
        return new Diagnosis(results, List.of()).first();
    }

    /** What is found, or why nobody could look. */
    private static String found(Supplier<Optional<CheckResult>> look) {
        try {
            return look.get().map(BreakagesTest::told).orElse(Breakage.NOTHING);
        } catch (FailureException e) {
            return told(e.failure());
        }
    }

    private static String told(CheckResult result) {
        String why = result.evidence()
                .map(BreakagesTest::told)
                .or(() -> result.failure().map(BreakagesTest::told))
                .orElseThrow();
        return (result.status() == Status.FAILED ? "!" : "?") + result.id() + " " + why;
    }

    private static String told(Fault evidence) {
        return evidence.key().equals("check.webhook.matches.no")
                ? evidence.key() + " " + evidence.arguments().getFirst().split(" ", 2)[0]
                : evidence.key();
    }

    private static String told(Failure failure) {
        String kind = failure.getClass().getSimpleName();
        return switch (failure) {
            case Failure.Denied denied -> kind + " " + denied.action();
            case Failure.Expired expired -> kind + " " + expired.signIn();
            case Failure.Invalid invalid -> kind + " " + invalid.fault().key();
            case Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> kind;
        };
    }
}
