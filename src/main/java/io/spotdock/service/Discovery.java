package io.spotdock.service;

import io.spotdock.discovery.BucketReading;
import io.spotdock.discovery.Findings;
import io.spotdock.discovery.Given;
import io.spotdock.discovery.RoleFacts;
import io.spotdock.discovery.RoleReading;
import io.spotdock.discovery.WebhookFacts;
import io.spotdock.discovery.WebhookReading;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.plan.Consent;
import io.spotdock.plan.Observed.BucketSight;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Planner;
import io.spotdock.plan.Secrets;
import io.spotdock.port.Buckets;
import io.spotdock.port.Cloud;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.Settings.HostingChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what settings a role and a webhook come to that stand already. Changes nothing. */
public final class Discovery {
    private final Optional<Account> account;
    private final Optional<WebhookFacts> webhook;
    private final Optional<RoleFacts> role;
    private final List<Fault> notes;
    private final Map<BucketName, Findings> buckets = new HashMap<>();

    /** The account of the role, signed in to. */
    private record Account(Cloud cloud, Caller caller) {}

    private Discovery(
            Optional<Account> account, Optional<WebhookFacts> webhook, Optional<RoleFacts> role, List<Fault> notes) {
        this.account = account;
        this.webhook = webhook;
        this.role = role;
        this.notes = List.copyOf(notes);
    }

    /** What the webhook alone says, as there is no sign-in to AWS. */
    public static Discovery withoutAws(WebhookFacts webhook) {
        return new Discovery(
                Optional.empty(), Optional.of(webhook), Optional.empty(), List.of(Fault.of("note.discovery.no-aws")));
    }

    /**
     * Reads a role.
     *
     * @throws FailureException Missing when there is none, Invalid when it is in another account or has another path,
     *     Denied when the caller may not look, Expired when the sign-in is not accepted
     */
    public static Discovery ofRole(Cloud cloud, RoleArn arn, Optional<WebhookFacts> webhook) {
        Caller caller = cloud.tokens().whoAmI();
        if (!isOf(arn, caller))
            throw new FailureException(new Failure.Invalid(
                    RoleFinder.ASKED,
                    Fault.of("fault.discovery.role-account", arn.account(), caller.account(), caller.arn()),
                    ""));
        RoleFacts role = new RoleFinder(cloud.roles()).find(arn);
        return new Discovery(Optional.of(new Account(cloud, caller)), webhook, Optional.of(role), List.of());
    }

    /**
     * Reads the role that a webhook names, if it can be read.
     *
     * @throws FailureException Expired when the sign-in is not accepted, and what may be tried again
     */
    public static Discovery ofWebhook(Cloud cloud, WebhookFacts webhook) {
        Caller caller = cloud.tokens().whoAmI();
        Optional<RoleArn> arn = webhook.webhook()
                .storage()
                .map(StorageDestination::roleArn)
                .flatMap(text -> RoleArn.parse(text).good());
        if (arn.isEmpty()) return withoutRole(Optional.empty(), webhook, "note.discovery.role-unnamed");
        if (!isOf(arn.get(), caller))
            return withoutRole(
                    Optional.empty(),
                    webhook,
                    "note.discovery.role-account",
                    arn.get(),
                    caller.account(),
                    caller.arn());
        Optional<Account> account = Optional.of(new Account(cloud, caller));
        try {
            RoleFacts role = new RoleFinder(cloud.roles()).find(arn.get());
            return new Discovery(account, Optional.of(webhook), Optional.of(role), List.of());
        } catch (FailureException e) {
            return switch (e.failure()) {
                case Failure.Missing _, Failure.Invalid _ ->
                    withoutRole(account, webhook, "note.discovery.role-gone", arn.get());
                case Failure.Denied denied ->
                    withoutRole(account, webhook, "note.discovery.role-unseen", arn.get(), denied.action());
                case Failure.AlreadyThere _,
                        Failure.Conflict _,
                        Failure.Throttled _,
                        Failure.Unreachable _,
                        Failure.Expired _,
                        Failure.NotVisibleYet _,
                        Failure.Unexpected _ -> throw e;
            };
        }
    }

    private static Discovery withoutRole(
            Optional<Account> account, WebhookFacts webhook, String note, Object... arguments) {
        return new Discovery(account, Optional.of(webhook), Optional.empty(), List.of(Fault.of(note, arguments)));
    }

    private static boolean isOf(RoleArn arn, Caller caller) {
        return arn.account().equals(caller.account()) && arn.partition() == caller.partition();
    }

    /** Whether AWS was signed in to as the options say, so that a profile need not be asked for. */
    public boolean isSignedIn() {
        return account.isPresent();
    }

    /** What stands, in the light of what a person says. The bucket is looked at once it is known which one it is. */
    public Findings findings(Given given) {
        Findings found = new Findings(List.of(), Map.of(), Map.of(), notes)
                .and(webhook.map(facts -> WebhookReading.of(
                                facts, role.map(read -> read.role().arn())))
                        .orElse(Findings.NOTHING));
        Findings ofRole =
                role.map(facts -> RoleReading.of(facts, found.over(given))).orElse(Findings.NOTHING);
        Findings both = found.and(ofRole);
        return both.over(given)
                .text(Field.BUCKET_NAME)
                .flatMap(name -> BucketName.parse(name).good())
                .flatMap(this::bucket)
                .map(both::and)
                .orElse(both);
    }

    private Optional<Findings> bucket(BucketName name) {
        return account.map(signedIn -> buckets.computeIfAbsent(name, _ -> look(signedIn, name)));
    }

    private static Findings look(Account account, BucketName name) {
        Buckets buckets = account.cloud().buckets();
        try {
            return BucketReading.of(
                    name,
                    switch (buckets.look(name, account.caller().account())) {
                        case Buckets.Lookup.Absent _ -> new BucketSight.Absent();
                        case Buckets.Lookup.Foreign _ -> new BucketSight.Foreign();
                        case Buckets.Lookup.Ours(Buckets.Located located) -> Observer.bucket(buckets, located);
                    });
        } catch (FailureException e) {
            return switch (e.failure()) {
                case Failure.Denied denied -> BucketReading.unseen(name, denied.action());
                case Failure.Conflict conflict -> BucketReading.unseen(name, conflict.said());
                case Failure.Missing _,
                        Failure.Invalid _,
                        Failure.AlreadyThere _,
                        Failure.Throttled _,
                        Failure.Unreachable _,
                        Failure.Expired _,
                        Failure.NotVisibleYet _,
                        Failure.Unexpected _ -> throw e;
            };
        }
    }

    /** Whether the journal on this computer says that Spotdock made the role, which may have lost its tags. */
    public static boolean isOfJournal(Settings settings, Journal journal) {
        return new Ledger(journal.entries())
                .made()
                .contains(
                        new ResourceId(ResourceKind.ROLE, settings.role().name().value()));
    }

    /**
     * What a plan would change right now, with these settings.
     *
     * @param thoughtSpot the connection that the webhook was read by
     * @return empty where that can't be told, for want of a sign-in or of a right to look
     */
    public Optional<Plan> plan(Settings settings, Optional<WebhookService> thoughtSpot, Journal journal) {
        boolean tells = settings.thoughtSpot().hosting() == HostingChoice.GCP
                || settings.thoughtSpot().hosting() == HostingChoice.AWS
                        && settings.role().externalId().isPresent();
        return account.filter(_ -> tells)
                .filter(signedIn ->
                        signedIn.caller().account().equals(settings.aws().accountId()))
                .flatMap(signedIn ->
                        plan(new SignedIn(settings, signedIn.cloud(), signedIn.caller(), thoughtSpot), journal));
    }

    private static Optional<Plan> plan(SignedIn signedIn, Journal journal) {
        Settings settings = signedIn.settings();
        Session session = new Session(
                signedIn,
                Sessions.offline(settings, () -> settings.role().externalId().orElseThrow()),
                List.of());
        Ledger ledger = new Ledger(journal.entries());
        Consent consent = ledger.consent(Set.of(), Secrets.SENT);
        try {
            return Optional.of(new Planner().plan(session.wanted(), new Observer().observe(session), consent));
        } catch (FailureException _) {
            return Optional.empty();
        }
    }
}
