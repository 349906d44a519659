package io.spotdock.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult.Status;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.ReceiverHealth.Reply;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Stage.Failed;
import io.spotdock.port.ReceiverHealth.Stage.NotReached;
import io.spotdock.port.ReceiverHealth.Stage.Seen;
import io.spotdock.port.ReceiverHealth.Tls;
import io.spotdock.port.ReceiverHealth.Veil;
import io.spotdock.port.ReceiverHealth.Why;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiverChecksTest {
    private static final Set<Why> OF_NAMES = EnumSet.of(Why.NAME_NOT_FOUND, Why.NAME_UNANSWERED);
    private static final Duration QUICK = Duration.ofMillis(20);

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ReceiverHealth health(String address, long daysLeft, Reply reply, Duration took) {
        return new ReceiverHealth(
                new Seen<>(List.of(address(address)), QUICK),
                new Seen<>(address(address), QUICK),
                new Seen<>(new Tls("TLSv1.3", "CN=Authority", Instant.parse("2030-01-01T00:00:00Z"), daysLeft), QUICK),
                new Seen<>(reply, took));
    }

    private static ReceiverHealth answered(int status) {
        return health("203.0.113.7", 90, new Reply(status, Optional.of("/elsewhere")), QUICK);
    }

    private static List<String> told(ReceiverHealth health, boolean here) {
        return ReceiverChecks.stages(health, here).stream()
                .map(result -> result.id() + " " + result.status().id()
                        + result.evidence().map(fault -> " " + fault.key()).orElse(""))
                .toList();
    }

    @Test
    void aUrlThatIsInOrderPassesEachStage() {
        assertThat(told(answered(200), false))
                .containsExactly(
                        "receiver.name passed check.receiver.name.found",
                        "receiver.connection passed check.receiver.connection.made",
                        "receiver.certificate passed check.receiver.certificate.trusted",
                        "receiver.answer passed check.receiver.answer.good",
                        "receiver.time passed check.receiver.time.fine");
    }

    @ParameterizedTest
    @CsvSource({
        "302, warned check.receiver.answer.redirect",
        "404, warned check.receiver.answer.bad",
        "500, warned check.receiver.answer.bad",
        "401, passed check.receiver.answer.not-telling",
        "405, passed check.receiver.answer.not-telling"
    })
    void aStatusCountsAsFarAsItTellsOfThoughtSpotsOwnCall(int status, String answer) {
        assertThat(told(answered(status), false)).contains("receiver.answer " + answer);
    }

    @Test
    void whatIsGoodNowAndNotForLongIsToBeLookedAt() {
        assertThat(told(health("203.0.113.7", 20, new Reply(200, Optional.empty()), QUICK), false))
                .contains("receiver.certificate warned check.receiver.certificate.soon");
        assertThat(told(health("203.0.113.7", 21, new Reply(200, Optional.empty()), QUICK), false))
                .contains("receiver.certificate passed check.receiver.certificate.trusted");
    }

    @Test
    void theNameServiceCountsAgainstTheFiveSeconds() {
        Duration almost = Duration.ofMillis(4_990);
        assertThat(told(health("203.0.113.7", 90, new Reply(200, Optional.empty()), almost), false))
                .contains("receiver.time warned check.receiver.time.late");
    }

    @Test
    void aPrivateAddressIsNoPlaceForThoughtSpotUnlessItIsThereItself() {
        ReceiverHealth inside = health("10.1.2.3", 90, new Reply(200, Optional.empty()), QUICK);
        assertThat(told(inside, false)).contains("receiver.name warned check.receiver.name.private");
        assertThat(told(inside, true)).contains("receiver.name warned check.receiver.name.private");
        ReceiverHealth here = health("127.0.0.1", 90, new Reply(200, Optional.empty()), QUICK);
        assertThat(told(here, false)).contains("receiver.name warned check.receiver.name.private");
        assertThat(told(here, true)).contains("receiver.name passed check.receiver.name.found");
    }

    /** Each reason at the stage where it comes up, and what comes behind it. */
    @ParameterizedTest
    @EnumSource(Why.class)
    void onlyWhatIsWrongFromAnywhereFails(Why why) {
        ReceiverHealth health = OF_NAMES.contains(why)
                ? new ReceiverHealth(
                        new Failed<>(why, "", "said"), new NotReached<>(), new NotReached<>(), new NotReached<>())
                : new ReceiverHealth(
                        new Seen<>(List.of(address("203.0.113.7")), QUICK),
                        new Seen<>(address("203.0.113.7"), QUICK),
                        new Failed<>(why, "", "said"),
                        new NotReached<>());
        List<CheckResult> results = ReceiverChecks.stages(health, false);
        CheckResult wrong = results.stream()
                .filter(result -> result.status() == Status.FAILED || result.status() == Status.WARNED)
                .findFirst()
                .orElseThrow();
        assertThat(wrong.status() == Status.FAILED)
                .isEqualTo(
                        EnumSet.of(Why.NAME_NOT_FOUND, Why.NO_TLS, Why.EXPIRED).contains(why));
        assertThat(wrong.remedy()).isPresent();
        assertThat(results.getLast().status()).isEqualTo(Status.NOT_REACHED);
    }

    @Test
    void whatAProxyOrASandboxHidesIsSaidToBeHidden() {
        assertThat(told(ReceiverHealth.hidden(Veil.SANDBOX), true))
                .contains("receiver.name skipped check.receiver.hidden.sandbox")
                .contains("receiver.answer skipped check.receiver.hidden.sandbox");
        ReceiverHealth proxied = new ReceiverHealth(
                new Stage.Hidden<>(Veil.PROXY),
                new Stage.Hidden<>(Veil.PROXY),
                answered(200).tls(),
                answered(200).reply());
        assertThat(told(proxied, false))
                .contains("receiver.name skipped check.receiver.hidden.proxy")
                .contains("receiver.certificate passed check.receiver.certificate.trusted")
                .contains("receiver.time passed check.receiver.time.fine");
    }

    @Test
    void aTrialFailsByEveryStatusButSuccess() {
        assertThat(ReceiverChecks.trial(new Seen<>(new Reply(202, Optional.empty()), QUICK))
                        .status())
                .isEqualTo(Status.PASSED);
        for (int status : new int[] {302, 401, 403, 500})
            assertThat(ReceiverChecks.trial(new Seen<>(new Reply(status, Optional.empty()), QUICK))
                            .status())
                    .isEqualTo(Status.FAILED);
        assertThat(ReceiverChecks.trial(new Failed<>(Why.TIMED_OUT, "", "")).status())
                .isEqualTo(Status.WARNED);
    }
}
