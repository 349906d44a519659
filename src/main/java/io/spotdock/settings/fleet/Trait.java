package io.spotdock.settings.fleet;

import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something by which two integrations may want different things of one role or bucket. */
record Trait(Field field, Function<Settings, Object> value) {
    /** What a bucket is to all of its integrations. */
    static final List<Trait> OF_BUCKET = List.of(
            new Trait(Field.ACCOUNT, settings -> settings.aws().accountId()),
            new Trait(Field.REGION, settings -> settings.aws().region()),
            new Trait(Field.CREATE, settings -> settings.bucket().create()),
            new Trait(Field.TLS_ONLY, settings -> settings.bucket().tlsOnly()),
            new Trait(Field.KMS_KEY, settings -> settings.bucket().kmsKey()));

    /** What {@link Settings#sameOnAws} compares. */
    static final List<Trait> OF_ROLE = Stream.concat(
                    OF_BUCKET.stream(),
                    Stream.of(
                            new Trait(
                                    Field.HOSTING,
                                    settings -> settings.thoughtSpot().hosting()),
                            new Trait(
                                    Field.THOUGHTSPOT_ACCOUNT,
                                    settings -> settings.thoughtSpot().accountId()),
                            new Trait(
                                    Field.SERVICE_ACCOUNT,
                                    settings -> settings.thoughtSpot().serviceAccountId()),
                            new Trait(
                                    Field.BUCKET_NAME,
                                    settings -> settings.bucket().name()),
                            new Trait(
                                    Field.PREFIX, settings -> settings.bucket().prefix()),
                            new Trait(
                                    Field.ROLE_NAME, settings -> settings.role().name()),
                            new Trait(
                                    Field.ROLE_ARN, settings -> settings.role().arn()),
                            new Trait(
                                    Field.EXTERNAL_ID,
                                    settings -> settings.role().externalId()),
                            new Trait(
                                    Field.GOOGLE_PROVIDER,
                                    settings -> settings.role().provider())))
            .toList();

    /** The keys of those that differ. */
    static String differing(List<Trait> traits, Settings one, Settings other) {
        return traits.stream()
                .filter(trait -> !trait.value().apply(one).equals(trait.value().apply(other)))
                .map(trait -> trait.field().path())
                .collect(Collectors.joining(", "));
    }
}
