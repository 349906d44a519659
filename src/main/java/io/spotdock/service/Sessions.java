package io.spotdock.service;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Cluster;
import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.port.WebhookService.SessionUser;
import io.spotdock.port.WebhookService.StorageOffer;
import io.spotdock.port.WebhookService.TokenLife;
import io.spotdock.settings.Settings;
import io.spotdock.settings.Settings.HostingChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens sessions: signs in on both sides, refuses another account, and finds out the hosting. Writes nothing outside. */
public final class Sessions {
    private final CloudConnector clouds;
    private final Supplier<ExternalId> keptExternalId;

    /** @param keptExternalId the external ID that Spotdock keeps for the integration, made when there is none */
    public Sessions(CloudConnector clouds, Supplier<ExternalId> keptExternalId) {
        this.clouds = clouds;
        this.keptExternalId = keptExternalId;
    }

    /** Signs in to AWS as the settings say. */
    public SignedIn signIn(Settings settings, Optional<WebhookService> thoughtSpot) {
        return signIn(SignIn.of(settings.aws().profile()), settings, thoughtSpot);
    }

    /**
     * Signs in to AWS.
     *
     * @throws FailureException Invalid when the account or partition is not the one that the settings name, Expired when
     *     the sign-in is not accepted
     */
    public SignedIn signIn(SignIn how, Settings settings, Optional<WebhookService> thoughtSpot) {
        Cloud cloud = clouds.connect(how, settings.aws().region());
        Caller caller = cloud.tokens().whoAmI();
        guard(settings, caller);
        return new SignedIn(settings, cloud, caller, thoughtSpot);
    }

    /** Signs in as the settings say, and finds out the hosting. */
    public Session open(Settings settings, Optional<WebhookService> thoughtSpot) {
        return open(SignIn.of(settings.aws().profile()), settings, thoughtSpot);
    }

    /**
     * Signs in, and finds out the hosting.
     *
     * @throws FailureException as {@link #signIn}, and Missing or Denied when ThoughtSpot is to tell its hosting and doesn't
     */
    public Session open(SignIn how, Settings settings, Optional<WebhookService> thoughtSpot) {
        try (SideBySide reads = new SideBySide()) {
            Supplier<SignedIn> signedIn = reads.start(() -> signIn(how, settings, thoughtSpot));
            Supplier<Offers> offers = reads.start(
                    () -> thoughtSpot.map(Sessions::offers).orElseGet(() -> new Offers(List.of(), Optional.empty())));
            Caller caller = signedIn.get().caller();
            List<Fault> notes = new ArrayList<>();
            Hosting hosting = hosting(settings, offers.get(), notes);
            if (hosting instanceof Hosting.OnAws && caller.partition() != Partition.AWS)
                throw invalid("aws.account-id", Fault.of("fault.partition", caller.partition()));
            return new Session(signedIn.get(), hosting, notes);
        }
    }

    /**
     * The hosting as far as settings alone tell.
     *
     * @throws FailureException Invalid when only ThoughtSpot could tell
     */
    public static Hosting offline(Settings settings, Supplier<ExternalId> keptExternalId) {
        return switch (settings.thoughtSpot().hosting()) {
            case AWS ->
                new Hosting.OnAws(
                        settings.thoughtSpot().accountId().orElseThrow(),
                        settings.role().externalId().orElseGet(keptExternalId));
            case GCP ->
                new Hosting.OnGcp(
                        settings.thoughtSpot().serviceAccountId().orElseThrow(),
                        settings.role().provider());
            case DETECT -> throw invalid("thoughtspot.hosting", Fault.of("fault.hosting.offline"));
        };
    }

    private static void guard(Settings settings, Caller caller) {
        AccountId expected = settings.aws().accountId();
        if (!caller.account().equals(expected))
            throw invalid(
                    "aws.account-id", Fault.of("fault.account-mismatch", expected, caller.account(), caller.arn()));
        RegionName region = settings.aws().region();
        if (region.partition() != caller.partition())
            throw invalid("aws.region", Fault.of("fault.region-partition", region, caller.partition()));
    }

    /**
     * What ThoughtSpot offers, and why it doesn't where it doesn't.
     *
     * @param refusal there when the cluster can't or won't tell
     */
    private record Offers(List<StorageOffer> list, Optional<Failure> refusal) {}

    /** Asks ThoughtSpot who is signed in, what it is, and where it runs. */
    static Connected ask(ThoughtSpotHost host, WebhookService service) {
        SessionUser user = service.user();
        try (SideBySide reads = new SideBySide()) {
            Supplier<Offers> offers = reads.start(() -> offers(service));
            Supplier<Cluster> cluster = reads.start(service::cluster);
            Supplier<Optional<TokenLife>> life = reads.start(service::tokenLife);
            return new Connected(
                    host,
                    user,
                    life.get(),
                    cluster.get(),
                    offers.get().list(),
                    offers.get().refusal());
        }
    }

    /** An older cluster, or a sign-in without the privilege, only means that the person has to say it. */
    private static Offers offers(WebhookService thoughtSpot) {
        try {
            return new Offers(thoughtSpot.storageOffers(), Optional.empty());
        } catch (FailureException e) {
            if (!onlyMeansAsk(e.failure())) throw e;
            return new Offers(List.of(), Optional.of(e.failure()));
        }
    }

    /** Whether ThoughtSpot not telling its hosting is no fault: an older cluster, or a sign-in without the privilege. */
    private static boolean onlyMeansAsk(Failure failure) {
        return switch (failure) {
            case Failure.Missing _, Failure.Denied _ -> true;
            case Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Invalid _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.Expired _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> false;
        };
    }

    private Hosting hosting(Settings settings, Offers offers, List<Fault> notes) {
        Optional<StorageOffer.AwsToS3> aws = first(offers, StorageOffer.AwsToS3.class);
        Optional<StorageOffer.GcpToS3> gcp = first(offers, StorageOffer.GcpToS3.class);
        if (first(offers, StorageOffer.Other.class).isPresent()) notes.add(Fault.of("note.gcs-offered"));
        HostingChoice choice = settings.thoughtSpot().hosting();
        if (choice == HostingChoice.DETECT) {
            if (aws.isPresent()) choice = HostingChoice.AWS;
            else if (gcp.isPresent()) choice = HostingChoice.GCP;
            else throw undetected(offers);
        }
        return choice == HostingChoice.AWS ? onAws(settings, aws, notes) : onGcp(settings, gcp, notes);
    }

    private Hosting onAws(Settings settings, Optional<StorageOffer.AwsToS3> offer, List<Fault> notes) {
        AccountId account = settings.thoughtSpot()
                .accountId()
                .or(() -> offer.map(StorageOffer.AwsToS3::account))
                .orElseThrow(() -> invalid("thoughtspot.account-id", Fault.of("fault.required")));
        offer.map(StorageOffer.AwsToS3::account)
                .filter(offered -> !offered.equals(account))
                .ifPresent(offered -> notes.add(Fault.of("note.offer-account", offered, account)));
        Optional<ExternalId> offered = offer.flatMap(StorageOffer.AwsToS3::externalId);
        ExternalId externalId = settings.role().externalId().or(() -> offered).orElseGet(keptExternalId);
        offered.filter(id -> !id.equals(externalId))
                .ifPresent(id -> notes.add(Fault.of("note.offer-external-id", id, externalId)));
        return new Hosting.OnAws(account, externalId);
    }

    private static Hosting onGcp(Settings settings, Optional<StorageOffer.GcpToS3> offer, List<Fault> notes) {
        var serviceAccount = settings.thoughtSpot()
                .serviceAccountId()
                .or(() -> offer.map(StorageOffer.GcpToS3::serviceAccount))
                .orElseThrow(() -> invalid("thoughtspot.service-account-id", Fault.of("fault.required")));
        offer.map(StorageOffer.GcpToS3::serviceAccount)
                .filter(offered -> !offered.equals(serviceAccount))
                .ifPresent(offered -> notes.add(Fault.of("note.offer-service-account", offered, serviceAccount)));
        return new Hosting.OnGcp(serviceAccount, settings.role().provider());
    }

    private static FailureException undetected(Offers offers) {
        return offers.refusal()
                .map(FailureException::new)
                .orElseGet(() -> invalid("thoughtspot.hosting", Fault.of("fault.hosting-undetected")));
    }

    private static <T extends StorageOffer> Optional<T> first(Offers offers, Class<T> type) {
        return offers.list().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static FailureException invalid(String field, Fault fault) {
        return new FailureException(new Failure.Invalid(field, fault, ""));
    }
}
