package io.spotdock.aws;

import io.spotdock.aws.Endpoints.Service;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's clients, made when first used: one for IAM and STS, one for S3, KMS and CloudTrail in each region. A use reads an
 * answer as well as it asks for it, so that one which lacks what AWS promises ends in a failure too. Thread-safe.
 */
final class AwsClients {
    private final ClientSettings settings;
    private final Lasting signIn;
    private final AwsFailures failures;
    private final Map<String, Object> clients = new ConcurrentHashMap<>();

    AwsClients(ClientSettings settings, Lasting signIn, AwsFailures failures) {
        this.settings = settings;
        this.signIn = signIn;
        this.failures = failures;
    }

    /** For calls without a content. */
    Limits limits() {
        return settings.limits();
    }

    <R> R iam(Call call, Function<IamClient, R> use) {
        Region home = iamRegion(settings.region().partition());
        IamClient client = client(
                IamClient.class,
                "iam",
                () -> settings.apply(IamClient.builder(), signIn, Service.IAM, home)
                        .build());
        return run(call, Service.IAM, settings.region(), () -> use.apply(client));
    }

    <R> R sts(Call call, Function<StsClient, R> use) {
        StsClient client = sts();
        return run(call, Service.STS, settings.region(), () -> use.apply(client));
    }

    private StsClient sts() {
        return client(StsClient.class, "sts", () -> settings.sts(signIn));
    }

    /** AWS said whose the credentials are. */
    void belongTo(Caller caller) {
        signIn.belongTo(caller);
    }

    /**
     * A HEAD request to S3, within a use of it. Its answer has no body, so that the end of a session is a plain 400 there (S3 API
     * Reference, "HeadBucket"). STS says it in words, and lets everybody ask.
     *
     * @throws AwsServiceException what is wrong with the sign-in, if that is it, or else what S3 answered
     */
    <A> A head(Supplier<A> request) {
        int signedIn = signIn.generation();
        try {
            return request.get();
        } catch (S3Exception e) {
            if (e.statusCode() != 400) throw e;
            sts().getCallerIdentity();
            // No trouble any more: another thread has had it renewed meanwhile.
            if (signIn.generation() != signedIn) return request.get();
            throw e;
        }
    }

    <R> R s3(RegionName region, Call call, Function<S3Client, R> use) {
        S3Client client = client(S3Client.class, "s3 " + region, () -> s3(region));
        return run(call, Service.S3, region, () -> use.apply(client));
    }

    <R> R cloudTrail(RegionName region, Call call, Function<CloudTrailClient, R> use) {
        CloudTrailClient client = client(
                CloudTrailClient.class,
                "cloudtrail " + region,
                () -> settings.gentle()
                        .apply(CloudTrailClient.builder(), signIn, Service.CLOUDTRAIL, Region.of(region.value()))
                        .build());
        return run(call, Service.CLOUDTRAIL, region, () -> use.apply(client));
    }

    <R> R kms(RegionName region, Call call, Function<KmsClient, R> use) {
        KmsClient client = client(
                KmsClient.class,
                "kms " + region,
                () -> settings.apply(KmsClient.builder(), signIn, Service.KMS, Region.of(region.value()))
                        .build());
        return run(call, Service.KMS, region, () -> use.apply(client));
    }

    private S3Client s3(RegionName region) {
        boolean elsewhere = settings.endpoints().override(Service.S3).isPresent();
        // One signed payload is simpler on the wire than signed chunks with a trailer; contents can be read twice.
        return settings.apply(S3Client.builder(), signIn, Service.S3, Region.of(region.value()))
                .forcePathStyle(elsewhere)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .build();
    }

    /**
     * IAM has one home in each partition, for which its requests are signed (AWS General Reference, "IAM endpoints"). The
     * SDK's pseudo-regions such as {@code aws-global} would stand in the signature as they are at another end point.
     */
    private static Region iamRegion(Partition partition) {
        return switch (partition) {
            case AWS -> Region.US_EAST_1;
            case AWS_US_GOV -> Region.US_GOV_WEST_1;
            case AWS_CN -> Region.CN_NORTH_1;
        };
    }

    private <C> C client(Class<C> type, String key, Supplier<C> make) {
        return type.cast(clients.computeIfAbsent(key, _ -> make.get()));
    }

    private <R> R run(Call call, Service service, RegionName region, Supplier<R> use) {
        return signIn.through(() -> once(call, service, region, use));
    }

    private <R> R once(Call call, Service service, RegionName region, Supplier<R> use) {
        try {
            return Bounds.within(use);
        } catch (RuntimeException e) {
            throw failures.of(e, call, settings.endpoints().host(service, region), region);
        }
    }
}
