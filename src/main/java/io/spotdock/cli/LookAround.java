package io.spotdock.cli;

import io.spotdock.discovery.Given;
import io.spotdock.discovery.WebhookFacts;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.resource.StorageDestination;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.WebhookService;
import io.spotdock.service.Discovery;
import io.spotdock.service.WebhookFinder;
import io.spotdock.settings.Field;
import java.util.Optional;
import java.util.function.Function;

/** Signs in where {@code init} is to look, and reads what it is told to. */
final class LookAround {
    private static final String OF_ROLE = "--from-role";

    private final Frame frame;
    private final DiscoveryOptions options;
    private final Given given;

    /** @param given steers the sign-ins: profile, region, ThoughtSpot's address and Org */
    LookAround(Frame frame, DiscoveryOptions options, Given given) {
        this.frame = frame;
        this.options = options;
        this.given = given;
    }

    /** What was read, and the connection to ThoughtSpot where there is one. */
    record Seen(Discovery discovery, Optional<WebhookService> thoughtSpot) {}

    Seen look() {
        Optional<RoleArn> role = options.role().map(text -> value(OF_ROLE, RoleArn.parse(text)));
        if (options.webhook().isEmpty())
            return new Seen(ofRole(role.orElseThrow(), Optional.empty()), Optional.empty());
        ThoughtSpotHost host = host();
        WebhookService service = thoughtSpot(host);
        WebhookFacts webhook =
                new WebhookFinder(host, service).find(options.webhook().get());
        Discovery discovery = role.map(arn -> ofRole(arn, Optional.of(webhook))).orElseGet(() -> ofWebhook(webhook));
        return new Seen(discovery, Optional.of(service));
    }

    private Discovery ofRole(RoleArn arn, Optional<WebhookFacts> webhook) {
        RegionName region = region(arn.partition(), Optional.empty());
        return signedIn(region, cloud -> Discovery.ofRole(cloud, arn, webhook));
    }

    /** The webhook says much by itself, so that AWS may stay out of reach. */
    private Discovery ofWebhook(WebhookFacts webhook) {
        Optional<StorageDestination> storage = webhook.webhook().storage();
        RegionName region = region(
                storage.flatMap(found -> RoleArn.parse(found.roleArn()).good())
                        .map(RoleArn::partition)
                        .orElse(Partition.AWS),
                storage.flatMap(found -> RegionName.parse(found.region()).good()));
        try {
            return signedIn(region, cloud -> Discovery.ofWebhook(cloud, webhook));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Expired || e.failure() instanceof Failure.Unreachable)
                return Discovery.withoutAws(webhook);
            throw e;
        }
    }

    private Discovery signedIn(RegionName region, Function<io.spotdock.port.Cloud, Discovery> read) {
        CliContext context = frame.context();
        CloudConnector clouds = context.rooms().clouds().apply(context.environment());
        CloudConnector.SignIn how = CloudConnector.SignIn.of(given.draft().text(Field.PROFILE));
        return new SsoPrompt(frame).around(how, attempt -> read.apply(clouds.connect(attempt, region)));
    }

    /** IAM is the same in all regions of a partition, and the bucket is found wherever it is. */
    private RegionName region(Partition partition, Optional<RegionName> likely) {
        Optional<RegionName> said = given.draft()
                .text(Field.REGION)
                .map(text -> value(FieldOptions.name(Field.REGION), RegionName.parse(text)));
        return said.or(() -> likely)
                .or(() -> UsualSettings.of(frame.context())
                        .draft()
                        .text(Field.REGION)
                        .flatMap(text -> RegionName.parse(text).good()))
                .filter(region -> said.isPresent() || region.partition() == partition)
                .orElseGet(() -> new RegionName(
                        switch (partition) {
                            case AWS -> "us-east-1";
                            case AWS_US_GOV -> "us-gov-west-1";
                            case AWS_CN -> "cn-north-1";
                        }));
    }

    private ThoughtSpotHost host() {
        CliContext context = frame.context();
        Optional<String> said = given.draft().text(Field.HOST);
        if (said.isPresent()) return value(FieldOptions.name(Field.HOST), ThoughtSpotHost.parse(said.get()));
        Optional<String> variable = context.variable("SPOTDOCK_THOUGHTSPOT_URL");
        if (variable.isPresent()) return value("SPOTDOCK_THOUGHTSPOT_URL", ThoughtSpotHost.parse(variable.get()));
        String answer = frame.prompt()
                .map(prompt -> Interview.answer(prompt, context.texts(), Field.HOST, given.draft(), "", true))
                .orElseThrow(() -> new FailureException(
                        new Failure.Invalid(FieldOptions.name(Field.HOST), Fault.of("fault.discovery.host"), "")));
        return value(FieldOptions.name(Field.HOST), ThoughtSpotHost.parse(answer));
    }

    private WebhookService thoughtSpot(ThoughtSpotHost host) {
        CliContext context = frame.context();
        return context.rooms()
                .webhooks()
                .apply(context.environment())
                .connect(host, options.signIn(frame, host), given.draft().text(Field.ORG), reference -> {
                    throw new IllegalStateException("looking takes no secret: " + reference);
                });
    }

    private static <T> T value(String option, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> value;
            case Parsed.Bad<T>(Fault fault) -> throw new FailureException(new Failure.Invalid(option, fault, ""));
        };
    }
}
