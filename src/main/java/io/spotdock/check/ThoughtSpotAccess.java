package io.spotdock.check;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Release;
import io.spotdock.domain.ThoughtSpotRight;
import io.spotdock.port.WebhookService;
import io.spotdock.port.WebhookService.SessionUser;
import io.spotdock.port.WebhookService.TokenLife;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is signed in to ThoughtSpot and until when, what that user may do, and what the cluster can do. */
final class ThoughtSpotAccess {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx");

    private ThoughtSpotAccess() {}

    static Verdict signIn(Subject subject) {
        if (subject.thoughtSpot().isEmpty()) return Verdict.skipped("check.thoughtspot.not-connected");
        WebhookService service = subject.connected();
        SessionUser user = service.user();
        String org = user.currentOrg().name();
        Optional<TokenLife> life = service.tokenLife();
        if (life.isEmpty()) return Verdict.passed("check.thoughtspot.sign-in.is", user.name(), org);
        String until = time(life.get().until());
        if (life.get().renewed()) return Verdict.passed("check.thoughtspot.sign-in.renewed", user.name(), org, until);
        Fault evidence = Fault.of("check.thoughtspot.sign-in.until", user.name(), org, until);
        return life.get().endsSoon()
                ? new Verdict.Warned(
                        evidence, Fault.of("remedy.token-ends", life.get().minutes()))
                : new Verdict.Passed(evidence);
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    static Verdict webhooks(Subject subject) {
        SessionUser user = subject.connected().user();
        if (!user.may(ThoughtSpotRight.WEBHOOKS))
            return Verdict.failed(
                    Fault.of("check.thoughtspot.privilege.no", user.name()), Fault.of("remedy.privilege"));
        // What the channel preference needs has a check of its own.
        String others = ThoughtSpotRight.missing(user.privileges()).stream()
                .filter(right -> right != ThoughtSpotRight.CHANNEL)
                .map(right -> right.calls() + " (" + right.toAskFor() + ")")
                .collect(Collectors.joining(", "));
        String held = held(user, ThoughtSpotRight.WEBHOOKS);
        return others.isEmpty()
                ? Verdict.passed("check.thoughtspot.privilege.yes", user.name(), held)
                : Verdict.passed("check.thoughtspot.privilege.yes-not", user.name(), held, others);
    }

    static Verdict channel(Subject subject) {
        SessionUser user = subject.connected().user();
        return user.may(ThoughtSpotRight.CHANNEL)
                ? Verdict.passed(
                        "check.thoughtspot.channel-privilege.yes", user.name(), held(user, ThoughtSpotRight.CHANNEL))
                : new Verdict.Warned(
                        Fault.of("check.thoughtspot.channel-privilege.no", user.name()),
                        Fault.of("remedy.channel-privilege"));
    }

    /** The privileges held that give a right. */
    private static String held(SessionUser user, ThoughtSpotRight right) {
        return user.privileges().stream()
                .filter(right.privileges()::contains)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static Verdict release(Subject subject) {
        Cluster cluster = subject.connected().cluster();
        if (cluster.lacks(Capability.WEBHOOKS))
            return Verdict.failed(
                    Fault.of("check.thoughtspot.release.no-webhooks", name(cluster.release())),
                    Fault.of("remedy.webhooks-off"));
        String lacking = cluster.lacking().stream()
                .map(capability -> capability.term() + " (" + capability.since() + ")")
                .collect(Collectors.joining(", "));
        if (cluster.release().isEmpty())
            return lacking.isEmpty()
                    ? Verdict.skipped("check.thoughtspot.release.unseen")
                    : Verdict.passed("check.thoughtspot.release.unseen-lacks", lacking);
        String release = name(cluster.release());
        return lacking.isEmpty()
                ? Verdict.passed("check.thoughtspot.release.whole", release)
                : Verdict.passed("check.thoughtspot.release.lacks", release, lacking);
    }

    private static String name(Optional<Release> release) {
        return release.map(Release::name).orElse("?");
    }
}
