package io.spotdock.check;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Loopback;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.ReceiverHealth.Reply;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Why;
import io.spotdock.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The webhook's URL, as far as this computer can tell: in one check of the live test, or stage by stage. */
public final class ReceiverChecks {
    static final List<Check> ALL = List.of(
            Check.of("receiver.health", CheckGroup.THOUGHTSPOT, Strength.PERFORMED_HERE, ReceiverChecks::health));

    private static final Set<Why> NO_WAY =
            Set.of(Why.NAME_UNANSWERED, Why.REFUSED, Why.UNREACHABLE, Why.TIMED_OUT, Why.PROXY, Why.OTHER);

    private ReceiverChecks() {}

    private static Verdict health(Subject subject) {
        Settings settings = subject.wanted().settings();
        if (settings.webhook().isEmpty()) return Verdict.skipped("check.webhook.not-in-settings");
        ReceiverHealth health =
                subject.receivers().probe(settings.webhook().get().url());
        ReceiverStages stages = new ReceiverStages(health, isHere(settings));
        List<Verdict> verdicts = Stream.of(
                        stages.name(), stages.connection(), stages.certificate(), stages.answer(), stages.time())
                .flatMap(Optional::stream)
                .toList();
        return first(verdicts, Verdict.Failed.class)
                .or(() -> first(verdicts, Verdict.Warned.class))
                .orElseGet(() -> fine(health, verdicts));
    }

    private static Optional<Verdict> first(List<Verdict> verdicts, Class<? extends Verdict> kind) {
        return verdicts.stream().filter(kind::isInstance).findFirst();
    }

    private static Verdict fine(ReceiverHealth health, List<Verdict> verdicts) {
        Optional<Duration> total = health.total();
        if (total.isEmpty()) return verdicts.getFirst();
        String seconds = String.format(Locale.ROOT, "%.1f", total.get().toMillis() / 1000.0);
        int status = health.reply().seen().map(Reply::status).orElse(0);
        return health.tls()
                .seen()
                .map(tls -> Verdict.passed("check.receiver.health.fine", status, seconds, tls.daysLeft()))
                .orElseGet(() -> Verdict.passed("check.receiver.health.plain", status, seconds));
    }

    /** Whether ThoughtSpot is on this computer, as a sandbox's is: then a URL of this computer is one it can call. */
    public static boolean isHere(Settings settings) {
        return settings.thoughtSpot()
                .host()
                .filter(host -> Loopback.names(host.origin().getHost()))
                .isPresent();
    }

    /**
     * Each stage as a check of its own.
     *
     * @param here whether ThoughtSpot itself is on this computer
     */
    public static List<CheckResult> stages(ReceiverHealth health, boolean here) {
        ReceiverStages stages = new ReceiverStages(health, here);
        return List.of(
                result("receiver.name", stages.name()),
                result("receiver.connection", stages.connection()),
                result("receiver.certificate", stages.certificate()),
                result("receiver.answer", stages.answer()),
                result("receiver.time", stages.time()));
    }

    /** A test call that a person asked for; it is signed in as ThoughtSpot's own, so that every status tells. */
    public static CheckResult trial(Stage<Reply> reply) {
        return result(
                "receiver.trial",
                switch (reply) {
                    case Stage.Seen<Reply>(Reply seen, Duration took) -> Optional.of(trial(seen, took));
                    case Stage.Failed<Reply> failed -> Optional.of(ReceiverStages.wrong(failed));
                    case Stage.Hidden<Reply>(ReceiverHealth.Veil veil) -> Optional.of(ReceiverStages.hidden(veil));
                    case Stage.NotReached<Reply> _ -> Optional.empty();
                });
    }

    private static Verdict trial(Reply reply, Duration took) {
        return reply.isGood()
                ? Verdict.passed("check.receiver.trial.good", reply.status(), took.toMillis())
                : Verdict.failed(
                        Fault.of("check.receiver.trial.bad", reply.status()), Fault.of("remedy.receiver-trial"));
    }

    private static CheckResult result(String id, Optional<Verdict> verdict) {
        Check check = Check.of(id, CheckGroup.THOUGHTSPOT, Strength.PERFORMED_HERE, _ -> verdict.orElseThrow());
        return verdict.map(found -> CheckResult.of(check, found)).orElseGet(() -> CheckResult.notReached(check));
    }

    /** Whether nothing came to the URL from here, so that little is known of it. */
    public static boolean isUnreached(ReceiverHealth health) {
        return Stream.of(health.name(), health.connection(), health.tls(), health.reply())
                .flatMap(stage -> stage.failed().stream())
                .anyMatch(failed -> NO_WAY.contains(failed.why()));
    }
}
