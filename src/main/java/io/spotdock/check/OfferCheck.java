package io.spotdock.check;

import io.spotdock.domain.Arn;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.port.WebhookService.StorageOffer.AwsToS3;
import io.spotdock.port.WebhookService.StorageOffer.GcpToS3;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What ThoughtSpot's {@code storage-config} offers against the settings, and against the role's trust policy as it
 * stands. A role that keeps out whom ThoughtSpot says it is takes no delivery; another external ID than the one offered
 * may well be on purpose, since a webhook sends the one that it was registered with.
 */
final class OfferCheck {
    private OfferCheck() {}

    static Verdict look(Subject subject) {
        List<StorageOffer> offers;
        try {
            offers = subject.connected().storageOffers();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Missing) return Verdict.skipped("check.thoughtspot.offer.older");
            if (e.failure() instanceof Failure.Denied) return Verdict.skipped("check.thoughtspot.offer.denied");
            throw e;
        }
        Optional<AwsToS3> aws = first(offers, AwsToS3.class);
        Optional<GcpToS3> gcp = first(offers, GcpToS3.class);
        if (aws.isEmpty() && gcp.isEmpty()) return Verdict.skipped("check.thoughtspot.offer.none");
        return switch (subject.hosting()) {
            case Hosting.OnAws settings ->
                aws.map(offer -> onAws(subject, settings, offer))
                        .orElseGet(() -> otherCloud("check.thoughtspot.offer.gcp"));
            case Hosting.OnGcp settings ->
                gcp.map(offer -> onGcp(subject, settings, offer))
                        .orElseGet(() -> otherCloud("check.thoughtspot.offer.aws"));
        };
    }

    private static Verdict otherCloud(String runs) {
        return Verdict.failed(Fault.of(runs), Fault.of("remedy.offer-hosting"));
    }

    private static Verdict onAws(Subject subject, Hosting.OnAws settings, AwsToS3 offer) {
        Hosting.OnAws offered =
                new Hosting.OnAws(offer.account(), offer.externalId().orElse(settings.externalId()));
        String account = offered.account().value();
        String externalId = offered.externalId().value();
        Optional<Trust> role = trust(subject, offered);
        if (role.isPresent() && refuses(role.get(), offered)) {
            Set<String> accounts = accounts(role.get());
            if (!accounts.contains(account) && !accounts.contains("*"))
                return Verdict.failed(
                        Fault.of("check.thoughtspot.offer.role-account", account, join(accounts)),
                        Fault.of("remedy.offer-account"));
            Set<String> ids = values(role.get(), Trust.EXTERNAL_ID);
            if (!ids.contains(externalId) && !ids.isEmpty())
                return new Verdict.Warned(
                        differing(
                                "check.thoughtspot.offer.role-external-id",
                                "check.thoughtspot.offer.role-external-id-case",
                                externalId,
                                ids),
                        Fault.of("remedy.offer-external-id"));
            return refused(subject);
        }
        if (!settings.account().equals(offer.account()))
            return new Verdict.Warned(
                    Fault.of("check.thoughtspot.offer.account", account, settings.account()),
                    Fault.of("remedy.offer-account"));
        if (!settings.externalId().equals(offered.externalId()))
            return new Verdict.Warned(
                    differing(
                            "check.thoughtspot.offer.external-id",
                            "check.thoughtspot.offer.external-id-case",
                            externalId,
                            Set.of(settings.externalId().value())),
                    Fault.of("remedy.offer-external-id"));
        return fits(role, account + ", " + externalId);
    }

    private static Verdict onGcp(Subject subject, Hosting.OnGcp settings, GcpToS3 offer) {
        Hosting.OnGcp offered = new Hosting.OnGcp(offer.serviceAccount(), settings.provider());
        String id = offer.serviceAccount().value();
        Optional<Trust> role = trust(subject, offered);
        if (role.isPresent() && refuses(role.get(), offered)) {
            for (String claim : List.of(Trust.SUBJECT, Trust.AUDIENCE)) {
                Set<String> values = values(role.get(), claim);
                if (!values.isEmpty() && !values.contains(id))
                    return Verdict.failed(
                            Fault.of("check.thoughtspot.offer.role-claim", id, claim, join(values)),
                            Fault.of("remedy.offer-account"));
            }
            return refused(subject);
        }
        if (!settings.serviceAccount().equals(offer.serviceAccount()))
            return new Verdict.Warned(
                    Fault.of("check.thoughtspot.offer.service-account", id, settings.serviceAccount()),
                    Fault.of("remedy.offer-account"));
        return fits(role, id);
    }

    /** The role's trust policy as it stands, before a ThoughtSpot that is what it offers to be. */
    private static Optional<Trust> trust(Subject subject, Hosting offered) {
        if (subject.observed().role().isEmpty()) return Optional.empty();
        Trust own = Trust.of(subject);
        return Optional.of(new Trust(own.document(), own.role(), offered, own.provider(), own.vouching()));
    }

    private static boolean refuses(Trust trust, Hosting offered) {
        // What can't be told is left to the checks of the role.
        return switch (trust.judge(Trust.right(offered)).verdict()) {
            case ALLOWED, UNKNOWN -> false;
            case DENIED_EXPLICITLY, DENIED_IMPLICITLY -> true;
        };
    }

    private static Set<String> accounts(Trust trust) {
        return trust.entries().stream()
                .flatMap(entry -> entry.whom().stream())
                .map(whom -> Arn.parse(whom.name()).map(Arn::account).orElse(whom.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> values(Trust trust, String key) {
        return trust.entries().stream()
                .flatMap(entry -> entry.values(key).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The role names all that is offered, and refuses it for another reason, which its own checks tell. */
    private static Verdict refused(Subject subject) {
        return Verdict.failed(Fault.of("check.thoughtspot.offer.role-refuses"), subject.remedyOfRole("remedy.plan"));
    }

    private static Verdict fits(Optional<Trust> role, String offered) {
        return Verdict.passed(
                role.isPresent() ? "check.thoughtspot.offer.fits-role" : "check.thoughtspot.offer.fits-settings",
                offered);
    }

    /** IDs that differ in case only look the same to people, and are others to AWS. */
    private static Fault differing(String key, String inCase, String offered, Set<String> found) {
        boolean caseOnly = found.stream().anyMatch(offered::equalsIgnoreCase);
        return Fault.of(caseOnly ? inCase : key, offered, join(found));
    }

    private static String join(Set<String> values) {
        return values.isEmpty() ? "-" : String.join(", ", values);
    }

    private static <T extends StorageOffer> Optional<T> first(List<StorageOffer> offers, Class<T> type) {
        return offers.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
