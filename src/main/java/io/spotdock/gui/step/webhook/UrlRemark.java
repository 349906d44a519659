package io.spotdock.gui.step.webhook;

import io.spotdock.domain.PrivateNetwork;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Remark.Kind;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.ReceiverHealth.Reply;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Tls;
import io.spotdock.port.ReceiverHealth.Veil;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The one thing that is most worth saying of a URL that was looked at. */
final class UrlRemark {
    private UrlRemark() {}

    /** @param local whether the URL itself names this computer, where a private address is no surprise */
    static Remark of(ReceiverHealth health, boolean local) {
        if (health.reply().equals(new Stage.Hidden<Reply>(Veil.SANDBOX)))
            return Remark.of(Kind.KNOW, "wizard.webhook.url.sandbox");
        return unreachable(health, local)
                .or(() -> failed(health))
                .or(() -> health.reply().seen().flatMap(reply -> unwanted(reply, health.total())))
                .or(() -> health.tls().seen().filter(Tls::endsSoon).map(UrlRemark::ending))
                .orElseGet(() -> answered(health));
    }

    private static Optional<Remark> unreachable(ReceiverHealth health, boolean local) {
        if (local) return Optional.empty();
        return health.name().seen().stream()
                .flatMap(List::stream)
                .filter(address -> PrivateNetwork.of(address).isPresent())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .map(address -> Remark.of(Kind.LOOK, "wizard.webhook.url.private", address));
    }

    private static Optional<Remark> failed(ReceiverHealth health) {
        return Stream.<Stage<?>>of(health.name(), health.connection(), health.tls(), health.reply())
                .flatMap(stage -> stage.failed().stream())
                .findFirst()
                .map(UrlRemark::failed);
    }

    private static Remark failed(Stage.Failed<?> failed) {
        return switch (failed.why()) {
            case NAME_NOT_FOUND -> Remark.of(Kind.LOOK, "wizard.webhook.url.no-name");
            case NO_TLS, OLD_TLS -> Remark.of(Kind.LOOK, "wizard.webhook.url.no-tls");
            case EXPIRED -> Remark.of(Kind.LOOK, "wizard.webhook.url.certificate-ended", failed.detail());
            case NOT_YET_VALID -> Remark.of(Kind.LOOK, "wizard.webhook.url.certificate-not-yet", failed.detail());
            case SELF_SIGNED -> Remark.of(Kind.LOOK, "wizard.webhook.url.self-signed");
            case UNKNOWN_ISSUER -> Remark.of(Kind.LOOK, "wizard.webhook.url.unknown-issuer");
            case WRONG_NAME -> Remark.of(Kind.LOOK, "wizard.webhook.url.wrong-name", failed.detail());
            case REVOKED, HANDSHAKE -> Remark.of(Kind.LOOK, "wizard.webhook.url.untrusted");
            case NAME_UNANSWERED, REFUSED, UNREACHABLE, TIMED_OUT, PROXY, NOT_SENT, OTHER ->
                Remark.of(Kind.LOOK, "wizard.webhook.url.silent");
        };
    }

    private static Optional<Remark> unwanted(Reply reply, Optional<Duration> total) {
        Optional<Duration> late = total.filter(time -> time.compareTo(ReceiverHealth.LIMIT) > 0);
        if (late.isPresent()) return Optional.of(Remark.of(Kind.LOOK, "wizard.webhook.url.late", seconds(late.get())));
        if (reply.isGood() || !reply.isTelling()) return Optional.empty();
        return Optional.of(Remark.of(
                Kind.LOOK,
                reply.isRedirect() ? "wizard.webhook.url.redirect" : "wizard.webhook.url.refused",
                reply.status()));
    }

    private static Remark ending(Tls tls) {
        return Remark.of(Kind.LOOK, "wizard.webhook.url.certificate-soon", tls.daysLeft());
    }

    private static Remark answered(ReceiverHealth health) {
        if (!(health.reply() instanceof Stage.Seen<Reply>(Reply reply, Duration took)))
            return Remark.of(Kind.LOOK, "wizard.webhook.url.silent");
        return reply.isGood()
                ? Remark.of(
                        Kind.GOOD,
                        "wizard.webhook.url.answered",
                        reply.status(),
                        seconds(health.total().orElse(took)))
                : Remark.of(Kind.KNOW, "wizard.webhook.url.not-telling", reply.status());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
