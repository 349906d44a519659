package io.spotdock.service;

import io.spotdock.check.CheckResult;
import io.spotdock.check.Delivery;
import io.spotdock.check.Leftovers;
import io.spotdock.check.OperatorRights;
import io.spotdock.check.RightsSought;
import io.spotdock.domain.Caller;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.export.Export;
import io.spotdock.export.ExportWriter;
import io.spotdock.export.Format;
import io.spotdock.export.HandoffRow;
import io.spotdock.export.Wording;
import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Ledger;
import io.spotdock.plan.Aim;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.plan.Wanted;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.DeliveryHistory;
import io.spotdock.port.Keychain;
import io.spotdock.port.Profiles;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.SsoSignIn;
import io.spotdock.port.WebhookConnector;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Settings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A setup under way, from before the settings are complete: the sign-ins of both sides, the secrets typed, and the
 * journey's verbs over them. Methods block, and throw as the ports do. Thread-safe. Closing it forgets every secret.
 */
public final class Setup implements AutoCloseable {
    private final Surroundings surroundings;
    private final Vault vault;
    private final AwsSession aws;
    private final ThoughtSpotSession thoughtSpot;
    private final Renewals renewals;

    /** One in which nobody is asked when a sign-in runs out. */
    public Setup(Surroundings surroundings) {
        this(surroundings, Renewals.Person.nobody());
    }

    /** @param person is asked for another sign-in when one runs out while something is changed or tested */
    public Setup(Surroundings surroundings, Renewals.Person person) {
        this.surroundings = surroundings;
        renewals = new Renewals(person);
        vault = new Vault(surroundings.secrets());
        aws = new AwsSession(surroundings.clouds(), renewals);
        thoughtSpot = new ThoughtSpotSession(surroundings.webhooks(), renewals, vault);
    }

    public Profiles profiles() {
        return surroundings.profiles();
    }

    /** Keeps a secret for this session, under the name that a draft refers to it by; an empty one takes it away. */
    public void enter(SecretReference.Entered name, Secret secret) {
        vault.enter(name, secret);
    }

    public boolean holds(SecretReference.Entered name) {
        return vault.holds(name);
    }

    /**
     * Signs in to ThoughtSpot, and asks who that is and where ThoughtSpot runs.
     *
     * @param signIn from now on this setup's own: its secret is wiped when it is refused, or no longer used
     */
    public Connected connect(ThoughtSpotHost host, WebhookConnector.SignIn signIn, Optional<String> org) {
        return thoughtSpot.connect(host, signIn, org);
    }

    /** The sign-ins that are kept in the system's keychain. */
    public KeptSignIns signIns() {
        return surroundings.signIns();
    }

    /** Signs in with what is kept, as {@link #connect} does. */
    public Connected connect(Keychain.Item kept, Optional<String> org) {
        return connect(kept.host(), signIns().take(kept), org);
    }

    /**
     * Has the sign-in there is kept in the system's keychain.
     *
     * @throws FailureException Expired when nobody is connected, and as {@link KeptSignIns#keep}
     */
    public Keychain.Item keepSignIn() {
        return thoughtSpot.kept(signIns());
    }

    /**
     * Goes to another Org with the sign-in there is; when that fails, stays where it is.
     *
     * @throws FailureException Expired when nobody is connected
     */
    public Connected enterOrg(String org) {
        return thoughtSpot.enterOrg(org);
    }

    public void disconnect() {
        thoughtSpot.disconnect();
    }

    public Optional<WebhookService> thoughtSpot() {
        return thoughtSpot.service();
    }

    /** Whether a secret is there, typed or where it is referred to; what is wrong where it isn't. */
    public Optional<Fault> wrongWith(SecretReference reference) {
        try (Secret _ = vault.apply(reference)) {
            return Optional.empty();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Invalid invalid) return Optional.of(invalid.fault());
            throw e;
        }
    }

    /** Looks at a webhook's URL from this computer; carries no secret. */
    public ReceiverHealth probe(WebhookUrl url) {
        return surroundings.receivers().probe(url);
    }

    /** Signs in to AWS as settings say it, and asks who that is. */
    public Caller signIn(Optional<String> profile, RegionName region) {
        return signIn(CloudConnector.SignIn.of(profile), region);
    }

    /**
     * Signs in to AWS, and asks who that is.
     *
     * @param how keys in it are from now on this setup's own: they are wiped when they are refused, or no longer used
     */
    public Caller signIn(CloudConnector.SignIn how, RegionName region) {
        return aws.signIn(how, region);
    }

    /** Whether AWS answers to what signs in when no profile is named; stays signed in as it is. */
    public boolean answersByDefault(RegionName region) {
        try {
            surroundings
                    .clouds()
                    .connect(new CloudConnector.SignIn.ByDefault(), region)
                    .tokens()
                    .whoAmI();
            return true;
        } catch (FailureException _) {
            return false;
        }
    }

    /** Asks AWS for a code with which a person allows access on a page; what it gives lies where profiles find it. */
    public SsoSignIn.Pending beginSso(String profile) {
        return surroundings.sso().begin(profile);
    }

    public void signOut() {
        aws.signOut();
    }

    /**
     * The account signed in to.
     *
     * @throws FailureException Expired when nobody is signed in
     */
    public Cloud cloud() {
        return aws.cloud();
    }

    /** What the person signed in may do of what a draft needs, as far as that is known; changes nothing. */
    public List<CheckResult> rights(Draft draft, Event.Sink listener) {
        Event.Sink sink = Chronicle.of(listener);
        Caller caller = aws.caller();
        return OperatorRights.look(
                RightsSought.of(draft, caller),
                caller,
                aws.cloud().permissions(),
                result -> sink.accept(new Event.Checked(result)));
    }

    /** The external ID that Spotdock keeps for an integration, made at the first call. */
    public ExternalId externalId(Settings settings) {
        return surroundings.externalIds().of(settings);
    }

    /** Another external ID for an integration, kept in place of the former. */
    public ExternalId newExternalId(Settings settings) {
        return surroundings.externalIds().renew(settings);
    }

    /**
     * Writes files for a cloud team. Asks nobody anything, so that the settings have to say where ThoughtSpot runs.
     *
     * @param overwrite whether files with another content may be replaced
     * @return where they are
     * @throws FailureException as {@link ExportWriter#write}
     */
    public List<Path> export(Settings settings, Set<Format> formats, Path folder, boolean overwrite, Wording words) {
        return ExportWriter.write(folder, export(settings, words).files(formats), overwrite);
    }

    /** What the hand-off sheet lists. Asks nobody outside. */
    public List<HandoffRow> sheet(Settings settings, Wording words) {
        return export(settings, words).sheet();
    }

    private Export export(Settings settings, Wording words) {
        Hosting hosting = Sessions.offline(settings, () -> externalId(settings));
        Wanted wanted = new Wanted(settings, hosting, settings.aws().region().partition());
        return new Export(wanted, surroundings.webhookDocument(), words);
    }

    /** What would be changed; changes nothing. */
    public Plan plan(Settings settings, Scope scope, Set<ResourceKind> overwrite) {
        return plan(settings, Aim.of(scope, overwrite));
    }

    /** The same with the person's word on secrets. */
    public Plan plan(Settings settings, Aim aim) {
        try (Journal journal = surroundings.journals().read(settings)) {
            return integration(settings, journal).plan(aim);
        }
    }

    /** The same, with a look at the role of somebody else that a webhook is to rely on; changes nothing. */
    public Proposal propose(Settings settings, Aim aim) {
        try (Journal journal = surroundings.journals().read(settings)) {
            Integration integration = integration(settings, journal);
            Plan plan = integration.plan(aim);
            return new Proposal(plan, integration.readiness(plan));
        }
    }

    /** Carries out a plan that a person has seen. */
    public Applied apply(Settings settings, Plan plan, Scope scope, Set<ResourceKind> overwrite, Event.Sink sink) {
        return apply(settings, plan, Aim.of(scope, overwrite), sink);
    }

    /** @param aim of that plan */
    public Applied apply(Settings settings, Plan plan, Aim aim, Event.Sink sink) {
        try (Journal journal = surroundings.journals().write(settings)) {
            return renewals.during(() -> integration(settings, journal).apply(plan, aim, heard(sink)));
        }
    }

    /**
     * What deleting the Org's webhook would change; changes nothing. Says what can't be brought back; one that Spotdock did
     * not make is a conflict.
     */
    public Plan removal(Settings settings) {
        try (Journal journal = surroundings.journals().read(settings)) {
            return orgWebhook(settings, journal).plan(OrgWebhook.Wish.DELETE, false);
        }
    }

    /**
     * Carries out such a plan on a person's word, whoever made the webhook.
     *
     * @throws FailureException AlreadyThere when another webhook stands there by now than the plan shows
     */
    public Applied remove(Settings settings, Plan seen, Event.Sink sink) {
        try (Journal journal = surroundings.journals().write(settings)) {
            return renewals.during(() -> orgWebhook(settings, journal).delete(seen, heard(sink)));
        }
    }

    private OrgWebhook orgWebhook(Settings settings, Journal journal) {
        return new OrgWebhook(settings, thoughtSpot.required(), journal, surroundings.waiter(), surroundings.clock());
    }

    /** Takes back what the journal says Spotdock made or changed, and nothing else. */
    public Applied undo(Settings settings, Event.Sink sink) {
        try (Journal journal = surroundings.journals().write(settings)) {
            return renewals.during(() -> {
                SignedIn signedIn = sessions(settings).signIn(settings, thoughtSpot());
                return new Undoer(surroundings.waiter(), surroundings.clock()).undo(signedIn, journal, heard(sink));
            });
        }
    }

    /** What the journal says stands, newest first: that which undoing would take back. */
    public List<Entry> standing(Settings settings) {
        try (Journal journal = surroundings.journals().read(settings)) {
            return new Ledger(journal.entries()).standing();
        }
    }

    /**
     * Runs the live test. Writes a test file and removes it.
     *
     * @param size of the test file in bytes
     * @param earlier the results of an earlier test, to run only what that did not reach or saw fail; none runs all
     */
    public TestRun test(Settings settings, int size, List<CheckResult> earlier, Event.Sink sink) {
        return test(settings, TestOrder.plain(size), earlier, sink);
    }

    /** Runs the live test as it is ordered. */
    public TestRun test(Settings settings, TestOrder order, List<CheckResult> earlier, Event.Sink sink) {
        try (Journal journal = order.isJournalled()
                ? surroundings.journals().write(settings)
                : surroundings.journals().read(settings)) {
            return renewals.during(() -> integration(settings, journal).test(order, earlier, heard(sink)));
        }
    }

    /** What a test with a Liveboard would do, as {@link Integration#liveboard} says; changes nothing. */
    public Optional<LiveboardProposal> liveboard(Settings settings, ZoneId zone) {
        try (Journal journal = surroundings.journals().read(settings)) {
            return integration(settings, journal).liveboard(zone);
        }
    }

    /** Removes test files that a live test left behind, and says which are still there. */
    public List<ObjectKey> removeTestFiles(Settings settings, List<ObjectKey> files) {
        return Leftovers.removeAgain(cloud().objects(), LiveTest.located(settings), files);
    }

    /**
     * What the Org's webhook delivered in the last days, newest first; changes nothing.
     *
     * @throws FailureException as {@link DeliveryLog#last}
     */
    public List<Delivery> deliveries(Settings settings, Event.Sink sink) {
        try (Journal journal = surroundings.journals().read(settings)) {
            return integration(settings, journal).deliveries().last(DeliveryHistory.KEPT, heard(sink));
        }
    }

    private Integration integration(Settings settings, Journal journal) {
        return new Integration(
                sessions(settings).open(settings, thoughtSpot()),
                journal,
                surroundings.receivers(),
                surroundings.waiter(),
                surroundings.clock());
    }

    /** Goes on with the sign-in there is: a code or key that was typed for it need not be typed again. */
    private Sessions sessions(Settings settings) {
        Cloud signedIn = cloud();
        return new Sessions((_, _) -> signedIn, () -> externalId(settings));
    }

    private Event.Sink heard(Event.Sink sink) {
        return event -> {
            surroundings.audit().accept(event);
            sink.accept(event);
        };
    }

    @Override
    public void close() {
        disconnect();
        signOut();
        vault.close();
    }
}
