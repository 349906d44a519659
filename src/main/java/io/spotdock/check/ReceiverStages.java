package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.PrivateNetwork;
import io.spotdock.domain.Telltales;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.ReceiverHealth.Reply;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Tls;
import io.spotdock.port.ReceiverHealth.Veil;
import io.spotdock.port.ReceiverHealth.Why;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each stage of a call comes to. ThoughtSpot sits elsewhere in the network: failed is only what is wrong from
 * anywhere, and all else that this computer alone may be to blame for is to be looked at.
 *
 * @param here whether ThoughtSpot itself is on this computer, as in a sandbox
 */
record ReceiverStages(ReceiverHealth health, boolean here) {
    private static final Set<Why> ANYWHERE = Set.of(Why.NAME_NOT_FOUND, Why.NO_TLS, Why.EXPIRED);

    /** Empty where the stage was not reached. */
    Optional<Verdict> name() {
        return switch (health.name()) {
            case Stage.Seen<List<InetAddress>>(List<InetAddress> addresses, Duration took) ->
                Optional.of(name(addresses, took));
            case Stage.Failed<List<InetAddress>> failed -> Optional.of(wrong(failed));
            case Stage.Hidden<List<InetAddress>>(Veil veil) -> Optional.of(hidden(veil));
            case Stage.NotReached<List<InetAddress>> _ -> Optional.empty();
        };
    }

    private Verdict name(List<InetAddress> addresses, Duration took) {
        for (InetAddress address : addresses) {
            Optional<PrivateNetwork> network = PrivateNetwork.of(address);
            if (network.isPresent() && !(here && network.get().isThisComputer()))
                return look(
                        Fault.of(
                                "check.receiver.name.private",
                                address.getHostAddress(),
                                network.get().range()),
                        "remedy.receiver-private");
        }
        String all = addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        return Verdict.passed("check.receiver.name.found", all, took.toMillis());
    }

    Optional<Verdict> connection() {
        return switch (health.connection()) {
            case Stage.Seen<InetAddress>(InetAddress address, Duration took) ->
                Optional.of(
                        Verdict.passed("check.receiver.connection.made", address.getHostAddress(), took.toMillis()));
            case Stage.Failed<InetAddress> failed -> Optional.of(wrong(failed));
            case Stage.Hidden<InetAddress>(Veil veil) -> Optional.of(hidden(veil));
            case Stage.NotReached<InetAddress> _ -> Optional.empty();
        };
    }

    Optional<Verdict> certificate() {
        return switch (health.tls()) {
            case Stage.Seen<Tls>(Tls tls, Duration _) -> Optional.of(trusted(tls));
            case Stage.Failed<Tls> failed -> Optional.of(wrong(failed));
            case Stage.Hidden<Tls>(Veil veil) -> Optional.of(hidden(veil));
            case Stage.NotReached<Tls> _ -> Optional.empty();
        };
    }

    private static Verdict trusted(Tls tls) {
        String day = tls.until().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return tls.endsSoon()
                ? look(Fault.of("check.receiver.certificate.soon", day, tls.daysLeft()), "remedy.receiver-certificate")
                : Verdict.passed(
                        "check.receiver.certificate.trusted", tls.protocol(), tls.issuer(), day, tls.daysLeft());
    }

    Optional<Verdict> answer() {
        return switch (health.reply()) {
            case Stage.Seen<Reply>(Reply reply, Duration took) -> Optional.of(answer(reply, took));
            case Stage.Failed<Reply> failed -> Optional.of(wrong(failed));
            case Stage.Hidden<Reply>(Veil veil) -> Optional.of(hidden(veil));
            case Stage.NotReached<Reply> _ -> Optional.empty();
        };
    }

    private static Verdict answer(Reply reply, Duration took) {
        if (reply.isGood()) return Verdict.passed("check.receiver.answer.good", reply.status(), took.toMillis());
        if (reply.isRedirect())
            return look(
                    Fault.of(
                            "check.receiver.answer.redirect",
                            reply.status(),
                            reply.location().map(Telltales::hideInAddress).orElse("-")),
                    "remedy.receiver-redirect");
        return reply.isTelling()
                ? look(Fault.of("check.receiver.answer.bad", reply.status()), "remedy.receiver")
                : Verdict.passed("check.receiver.answer.not-telling", reply.status(), took.toMillis());
    }

    /** Of a call that was answered. */
    Optional<Verdict> time() {
        return health.total().map(total -> {
            String seconds = String.format(Locale.ROOT, "%.1f", total.toMillis() / 1000.0);
            return total.compareTo(ReceiverHealth.LIMIT) > 0
                    ? look(Fault.of("check.receiver.time.late", seconds), "remedy.receiver")
                    : Verdict.passed("check.receiver.time.fine", seconds);
        });
    }

    static Verdict hidden(Veil veil) {
        return Verdict.skipped(
                switch (veil) {
                    case PROXY -> "check.receiver.hidden.proxy";
                    case SANDBOX -> "check.receiver.hidden.sandbox";
                    case PLAIN -> "check.receiver.hidden.plain";
                });
    }

    private static Verdict look(Fault evidence, String remedy) {
        return new Verdict.Warned(evidence, Fault.of(remedy));
    }

    static Verdict wrong(Stage.Failed<?> failed) {
        Fault evidence = evidence(failed.why(), failed.detail());
        return ANYWHERE.contains(failed.why())
                ? new Verdict.Failed(evidence, Fault.of(remedy(failed.why())), failed.said())
                : look(evidence, remedy(failed.why()));
    }

    private static Fault evidence(Why why, String detail) {
        return switch (why) {
            case NAME_NOT_FOUND -> Fault.of("check.receiver.name.none");
            case NAME_UNANSWERED -> Fault.of("check.receiver.name.unanswered");
            case REFUSED -> Fault.of("check.receiver.connection.refused");
            case UNREACHABLE -> Fault.of("check.receiver.connection.unreachable");
            case TIMED_OUT -> Fault.of("check.receiver.timed-out");
            case NO_TLS -> Fault.of("check.receiver.certificate.no-tls");
            case OLD_TLS -> Fault.of("check.receiver.certificate.old-tls");
            case EXPIRED -> Fault.of("check.receiver.certificate.expired", detail);
            case NOT_YET_VALID -> Fault.of("check.receiver.certificate.not-yet", detail);
            case REVOKED -> Fault.of("check.receiver.certificate.revoked");
            case SELF_SIGNED -> Fault.of("check.receiver.certificate.self-signed");
            case UNKNOWN_ISSUER -> Fault.of("check.receiver.certificate.unknown-issuer", detail);
            case WRONG_NAME -> Fault.of("check.receiver.certificate.wrong-name", detail);
            case HANDSHAKE -> Fault.of("check.receiver.certificate.handshake");
            case PROXY -> Fault.of("check.receiver.proxy");
            case NOT_SENT -> Fault.of("check.receiver.not-sent");
            case OTHER -> Fault.of("check.receiver.dropped");
        };
    }

    private static String remedy(Why why) {
        return switch (why) {
            case NAME_NOT_FOUND, NAME_UNANSWERED -> "remedy.receiver-name";
            case REFUSED, UNREACHABLE, OTHER -> "remedy.receiver-open";
            case TIMED_OUT -> "remedy.receiver";
            case NO_TLS, OLD_TLS, HANDSHAKE -> "remedy.receiver-tls";
            case EXPIRED, NOT_YET_VALID, REVOKED -> "remedy.receiver-certificate";
            case SELF_SIGNED, UNKNOWN_ISSUER -> "remedy.receiver-chain";
            case WRONG_NAME -> "remedy.receiver-host";
            case PROXY -> "remedy.receiver-proxy";
            case NOT_SENT -> "remedy.receiver-header";
        };
    }
}
