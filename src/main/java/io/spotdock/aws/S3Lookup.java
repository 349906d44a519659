package io.spotdock.aws;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Buckets.Located;
import io.spotdock.port.Buckets.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Finds a bucket, mostly with one HeadBucket, with two when it is in another region than the sign-in's.
 *
 * <p>Every answer of S3 to HeadBucket, also a refusing one, names the bucket's region in {@code x-amz-bucket-region};
 * it is asked again there (S3 API Reference, "HeadBucket"). A refusal there has no body, so 403 may mean that the bucket
 * is another account's, that the caller may not list it, or that the sign-in is no good. ListBuckets for that name tells
 * these apart: it names the caller's own buckets, and its errors have bodies. Where it is denied too, HeadBucket without
 * an expected owner is the last witness: if that is allowed, only the owner was wrong.
 */
final class S3Lookup {
    private static final String REGION_HEADER = "x-amz-bucket-region";

    private final AwsClients clients;
    private final RegionName home;
    private final Function<String, List<BucketName>> listByPrefix;

    S3Lookup(AwsClients clients, RegionName home, Function<String, List<BucketName>> listByPrefix) {
        this.clients = clients;
        this.home = home;
        this.listByPrefix = listByPrefix;
    }

    private sealed interface Answer {
        record Here(RegionName region) implements Answer {}

        record Elsewhere(RegionName region) implements Answer {}

        record Nowhere() implements Answer {}

        record Refused() implements Answer {}
    }

    Lookup look(BucketName name, AccountId owner) {
        return switch (followed(name, owner)) {
            case Answer.Here(RegionName region) -> new Lookup.Ours(new Located(name, region, owner));
            case Answer.Nowhere _ -> new Lookup.Absent();
            case Answer.Elsewhere _, Answer.Refused _ -> refused(name);
        };
    }

    private Lookup refused(BucketName name) {
        boolean callersOwn;
        try {
            callersOwn = listByPrefix.apply(name.value()).contains(name);
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.Denied)) throw e;
            callersOwn = true;
        }
        if (!callersOwn) return new Lookup.Foreign();
        return switch (followed(name, null)) {
            case Answer.Here _ -> new Lookup.Foreign();
            case Answer.Nowhere _ -> new Lookup.Absent();
            case Answer.Elsewhere _, Answer.Refused _ ->
                throw new FailureException(
                        new Failure.Denied("s3:ListBucket", "arn:" + home.partition() + ":s3:::" + name, "", ""));
        };
    }

    private Answer followed(BucketName name, @Nullable AccountId owner) {
        Answer first = head(name, owner, home);
        return first instanceof Answer.Elsewhere(RegionName region) ? head(name, owner, region) : first;
    }

    private Answer head(BucketName name, @Nullable AccountId owner, RegionName region) {
        return clients.s3(region, S3Buckets.call("s3:ListBucket", name), s3 -> {
            try {
                HeadBucketResponse head = clients.head(() -> s3.headBucket(
                        r -> r.bucket(name.value()).expectedBucketOwner(owner == null ? null : owner.value())));
                return new Answer.Here(Stream.ofNullable(head.bucketRegion())
                        .flatMap(text -> RegionName.parse(text).good().stream())
                        .findFirst()
                        .orElse(region));
            } catch (S3Exception e) {
                Optional<RegionName> elsewhere = named(e).filter(other -> !other.equals(region));
                if (elsewhere.isPresent()) return new Answer.Elsewhere(elsewhere.get());
                return switch (e.statusCode()) {
                    case 404 -> new Answer.Nowhere();
                    case 400, 401, 403 -> new Answer.Refused();
                    default -> throw e;
                };
            }
        });
    }

    private static Optional<RegionName> named(S3Exception e) {
        return Stream.ofNullable(e.awsErrorDetails())
                .flatMap(details -> Stream.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader(REGION_HEADER).stream())
                .flatMap(text -> RegionName.parse(text).good().stream())
                .findFirst();
    }
}
