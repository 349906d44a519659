package io.spotdock.check;

import io.spotdock.check.RefusalText.Policy;
import io.spotdock.domain.Arn;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Fault;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.policy.Statement.Effect;
import io.spotdock.domain.resource.StorageDestination;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why ThoughtSpot could not assume the role. AWS gives the same refusal for a wrong account and a wrong external ID, so
 * that the trust policy tells what the error keeps to itself.
 */
final class AssumeCause {
    private AssumeCause() {}

    static Optional<Cause> of(RefusalText text, Circumstances known) {
        if (text.hasCode("RegionDisabledException")) return Cause.known("cause.sts-region", "remedy.sts-region");
        if (text.hasCode("InvalidIdentityToken", "IDPRejectedClaim", "IDPCommunicationError"))
            return Optional.of(token(text, known));
        if (text.hasCode("ValidationError", "ValidationException")) return invalid(text, known);
        if (!text.isDenied()) return Optional.empty();
        if (known.isRoleMissing())
            return Optional.of(new Cause(Fault.of("cause.no-role", known.role()), known.remedyOfRole("remedy.apply")));
        Optional<Cause> other = otherRole(text, known);
        if (other.isPresent()) return other;
        return Optional.of(
                switch (known.hosting()) {
                    case Hosting.OnAws aws -> onAws(text, known, aws);
                    case Hosting.OnGcp gcp -> onGcp(known, gcp);
                });
    }

    /** The token that a Google-hosted ThoughtSpot shows. */
    private static Cause token(RefusalText text, Circumstances known) {
        if (text.says("(?i)no OpenIDConnect provider"))
            return new Cause(
                    Fault.of("cause.provider-missing", known.role().account()), known.remedyOfRole("remedy.apply"));
        if (text.says("(?i)audience|client id"))
            return new Cause(Fault.of("cause.audience"), known.remedyOfRole("remedy.apply"));
        if (text.says("(?i)thumbprint|certificate")) return Cause.of("cause.thumbprint", "remedy.thumbprint");
        if (text.hasCode("IDPCommunicationError") || text.says("(?i)verification key|retrieve"))
            return Cause.of("cause.provider-silent", "remedy.again");
        return new Cause(Fault.of("cause.provider"), known.remedyOfRole("remedy.apply"));
    }

    private static Optional<Cause> invalid(RefusalText text, Circumstances known) {
        if (text.says("(?i)DurationSeconds|MaxSessionDuration"))
            return Cause.known("cause.duration", "remedy.duration", known.role());
        if (text.says("(?i)external ?id")) return Cause.known("cause.external-id.invalid", "remedy.webhook-differs");
        return text.says("(?i)role|arn")
                ? Cause.known(
                        "cause.role-arn",
                        "remedy.webhook-differs",
                        known.registered().map(StorageDestination::roleArn).orElse("–"))
                : Optional.empty();
    }

    private static Optional<Cause> otherRole(RefusalText text, Circumstances known) {
        return text.resource()
                .filter(named ->
                        named.contains(":role/") && !named.equals(known.role().toString()))
                .map(named -> Cause.of("cause.other-role", "remedy.webhook-differs", named, known.role()));
    }

    private static Cause onAws(RefusalText text, Circumstances known, Hosting.OnAws aws) {
        Optional<String> caller = text.account();
        if (caller.isPresent() && !caller.get().equals(aws.account().value()))
            return Cause.of("cause.other-account", "remedy.confirm-account", caller.get(), aws.account());
        if (text.isDeniedBy(Policy.TRUST, Policy.RESOURCE)
                && text.denial().get().explicit())
            return new Cause(Fault.of("cause.trust-refuses", known.role()), known.remedyOfRole("remedy.plan"));
        if (known.trust().isPresent()
                && !lets(known.principals("AWS"), aws.account().value()))
            return new Cause(
                    Fault.of("cause.trust-account", known.role(), aws.account()), known.remedyOfRole("remedy.plan"));
        Optional<Cause> byId = externalId(known, aws);
        if (byId.isPresent()) return byId.get();
        if (text.isDeniedBy(Policy.IDENTITY, Policy.BOUNDARY) && known.trust().isPresent())
            return Cause.of(
                    "cause.their-policy",
                    "remedy.thoughtspot-support",
                    text.principal().orElse("–"));
        return takesWhatIsRegistered(known)
                ? Cause.of("cause.external-id.shown", "remedy.thoughtspot-shows", known.role())
                : Cause.of("cause.assume-aws", "remedy.external-id", known.role());
    }

    /** Whether the trust policy wants nothing but the external ID that the webhook has, so that another was shown. */
    private static boolean takesWhatIsRegistered(Circumstances known) {
        Optional<String> registered =
                known.registered().flatMap(StorageDestination::externalId).map(ExternalId::value);
        return registered.isPresent()
                && known.trust().isPresent()
                && known.trust().get().statements().stream()
                        .allMatch(statement -> statement.effect() == Effect.ALLOW
                                && statement
                                        .conditions()
                                        .equals(Map.of(
                                                "StringEquals", Map.of("sts:ExternalId", List.of(registered.get())))));
    }

    private static boolean lets(Set<String> principals, String account) {
        return principals.stream()
                .anyMatch(value -> value.equals("*")
                        || value.equals(account)
                        || Arn.parse(value)
                                .map(Arn::account)
                                .filter(account::equals)
                                .isPresent());
    }

    /** The ID that the webhook has ThoughtSpot show, against those that the trust policy wants. */
    private static Optional<Cause> externalId(Circumstances known, Hosting.OnAws aws) {
        Set<String> wanted = known.trusted("sts:ExternalId");
        if (wanted.isEmpty() || wanted.stream().anyMatch(id -> id.contains("*") || id.contains("?")))
            return Optional.empty();
        if (known.registered().isPresent()
                && known.registered().get().externalId().isEmpty())
            return Cause.known("cause.external-id.none", "remedy.webhook-differs", String.join(", ", wanted));
        String shown = known.registered()
                .flatMap(StorageDestination::externalId)
                .map(ExternalId::value)
                .orElse(aws.externalId().value());
        if (wanted.contains(shown)) return Optional.empty();
        return wanted.stream()
                .filter(shown::equalsIgnoreCase)
                .findFirst()
                .map(other -> Cause.of("cause.external-id.case", "remedy.external-id", shown, other))
                .or(() -> Cause.known(
                        "cause.external-id.differs", "remedy.external-id", shown, String.join(", ", wanted)));
    }

    private static Cause onGcp(Circumstances known, Hosting.OnGcp gcp) {
        String id = gcp.serviceAccount().value();
        if (known.trust().isPresent()) {
            Set<String> federated = known.principals("Federated");
            String account = known.role().account().value();
            if (federated.stream().noneMatch(name -> isGoogle(name, account)))
                return new Cause(Fault.of("cause.federated", known.role()), known.remedyOfRole("remedy.plan"));
            Set<String> subjects = known.trusted(GoogleProvider.HOST + ":sub");
            if (!subjects.isEmpty() && !subjects.contains(id))
                return Cause.of("cause.subject", "remedy.service-account", String.join(", ", subjects), id);
            Set<String> audiences = known.trusted(GoogleProvider.HOST + ":aud");
            if (!audiences.isEmpty() && !audiences.contains(id))
                return Cause.of("cause.trust-audience", "remedy.service-account", String.join(", ", audiences), id);
        }
        return Cause.of("cause.assume-gcp", "remedy.service-account", known.role());
    }

    private static boolean isGoogle(String principal, String account) {
        return principal.equals("*")
                || principal.equals(GoogleProvider.HOST)
                || Arn.parse(principal)
                        .filter(arn -> arn.account().equals(account)
                                && arn.resource().equals("oidc-provider/" + GoogleProvider.HOST))
                        .isPresent();
    }
}
