package io.spotdock.gui.step.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Remark.Kind;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.ReceiverHealth.Reply;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Stage.Failed;
import io.spotdock.port.ReceiverHealth.Stage.NotReached;
import io.spotdock.port.ReceiverHealth.Stage.Seen;
import io.spotdock.port.ReceiverHealth.Tls;
import io.spotdock.port.ReceiverHealth.Veil;
import io.spotdock.port.ReceiverHealth.Why;
import io.spotdock.text.Texts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UrlRemarkTest {
    private static final Duration QUICK = Duration.ofMillis(40);
    private static final Reply GOOD = new Reply(200, Optional.empty());

    private final Texts texts = new Texts(Locale.ENGLISH);

    private static Stage<List<InetAddress>> named(String address) {
        try {
            return new Seen<>(List.of(InetAddress.getByName(address)), QUICK);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Stage<Tls> tls(long daysLeft) {
        return new Seen<>(new Tls("TLSv1.3", "CN=Authority", Instant.EPOCH, daysLeft), QUICK);
    }

    private static ReceiverHealth health(String address, Stage<Tls> tls, Stage<Reply> reply) {
        return new ReceiverHealth(
                named(address), new Seen<>(named(address).seen().orElseThrow().getFirst(), QUICK), tls, reply);
    }

    private String said(Remark remark) {
        return remark.kind() + ": " + texts.of(remark.text());
    }

    private String said(ReceiverHealth health) {
        return said(UrlRemark.of(health, false));
    }

    @Test
    void whatIsInOrderIsGood() {
        assertThat(said(health("203.0.113.7", tls(90), new Seen<>(GOOD, QUICK))))
                .isEqualTo("GOOD: Answered 200 after 0.1 s.");
    }

    @Test
    void aCertificateThatEndsSoonIsWorthMoreThanAnAnswer() {
        assertThat(said(health("203.0.113.7", tls(20), new Seen<>(GOOD, QUICK))))
                .isEqualTo("LOOK: Answered, but its certificate ends in 20 days.");
        assertThat(said(health("203.0.113.7", tls(0), new Seen<>(GOOD, QUICK)))).endsWith("ends today.");
        assertThat(said(health("203.0.113.7", tls(21), new Seen<>(GOOD, QUICK))))
                .startsWith("GOOD");
    }

    @Test
    void aPrivateAddressIsNamedUnlessTheUrlItselfSaysThisComputer() {
        ReceiverHealth inside = health("10.1.2.3", tls(90), new Seen<>(GOOD, QUICK));
        assertThat(said(inside))
                .isEqualTo("LOOK: It leads to 10.1.2.3, a private address that ThoughtSpot can’t reach.");
        ReceiverHealth here = health("127.0.0.1", new Stage.Hidden<>(Veil.PLAIN), new Seen<>(GOOD, QUICK));
        assertThat(UrlRemark.of(here, true).kind()).isEqualTo(Kind.GOOD);
        assertThat(UrlRemark.of(here, false).kind()).isEqualTo(Kind.LOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "302, 'LOOK: Answered 302, a redirect. ThoughtSpot wants 2xx: enter the URL it leads to.'",
        "500, 'LOOK: Answered 500. ThoughtSpot wants 2xx.'",
        "401, 'KNOW: Answered 401. ThoughtSpot’s own call is signed in and may fare better.'"
    })
    void aStatusIsToldAsFarAsItTells(int status, String says) {
        assertThat(said(health("203.0.113.7", tls(90), new Seen<>(new Reply(status, Optional.empty()), QUICK))))
                .isEqualTo(says);
    }

    @Test
    void aLateAnswerIsTooLate() {
        assertThat(said(health("203.0.113.7", tls(90), new Seen<>(GOOD, Duration.ofMillis(5_400)))))
                .isEqualTo("LOOK: Took 5.4 s. ThoughtSpot waits 5.");
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void everyReasonIsSaidInASentenceOfItsOwnAndStopsNobody(Why why) {
        Remark remark =
                UrlRemark.of(health("203.0.113.7", new Failed<>(why, "2026-01-31", "said"), new NotReached<>()), false);
        assertThat(remark.kind()).isEqualTo(Kind.LOOK);
        assertThat(texts.has(remark.text().key())).isTrue();
        assertThat(texts.of(remark.text())).doesNotContain("{", "wizard.");
    }

    @Test
    void inASandboxAUrlElsewhereIsNoFault() {
        assertThat(said(ReceiverHealth.hidden(Veil.SANDBOX)))
                .isEqualTo("KNOW: In the sandbox only URLs of this computer are called.");
    }
}
