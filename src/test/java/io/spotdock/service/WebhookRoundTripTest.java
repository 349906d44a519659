package io.spotdock.service;

import static io.spotdock.service.WebhookOwnershipTest.everything;
import static io.spotdock.service.WebhookOwnershipTest.webhook;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.resource.Webhook;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.SignInWay;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the settings can say of a webhook comes back from ThoughtSpot as it went there. */
class WebhookRoundTripTest {
    private static final Map<Field, String> VALUES = Map.of(
            Field.API_KEY_NAME, "X-API-Key",
            Field.API_KEY_VALUE, "env:KEY",
            Field.BASIC_USERNAME, "spotdock",
            Field.BASIC_PASSWORD, "env:PASSWORD",
            Field.BEARER_TOKEN, "env:TOKEN",
            Field.OAUTH2_URL, "https://id.example.com/token",
            Field.OAUTH2_CLIENT, "client",
            Field.OAUTH2_SECRET, "env:CLIENT_SECRET");

    static Stream<Arguments> waysAndHostings() {
        return Stream.of(SignInWay.values())
                .flatMap(way -> Stream.of("aws", "gcp").map(hosting -> Arguments.of(way, hosting)));
    }

    private static Draft signingIn(Draft draft, SignInWay way) {
        Draft changed = way.alone(everything(draft));
        for (Field field : way.fields()) changed = changed.with(field, requireNonNull(VALUES.get(field)));
        return changed;
    }

    @ParameterizedTest
    @MethodSource("waysAndHostings")
    void madeAndReadBackThereIsNothingToChange(SignInWay way, String hosting) {
        try (World world = hosting.equals("gcp") ? World.gcp() : World.aws()) {
            world.with(draft -> signingIn(draft, way));

            assertThat(world.apply().complete()).isTrue();

            assertThat(webhook(world.plan())).isInstanceOf(Change.Keep.class);
            Webhook made = world.thoughtSpot().webhooks().getFirst();
            assertThat(made.authentication()
                            .looksLike(world.settings().webhook().orElseThrow().authentication()))
                    .isTrue();
            assertThat(made.storage().orElseThrow().externalId().isPresent()).isEqualTo(hosting.equals("aws"));
        }
    }

    record Single(Field field, UnaryOperator<Draft> change, String difference) {
        @Override
        public String toString() {
            return field.path();
        }
    }

    static Stream<Single> singleChanges() {
        return Stream.of(
                single(Field.WEBHOOK_NAME, "Another", "field.name"),
                single(Field.WEBHOOK_URL, "https://other.example.com/hook", "field.url"),
                single(Field.DESCRIPTION, "Else", "field.description"),
                single(Field.OAUTH2_CLIENT, "other", "field.authentication"),
                single(Field.OAUTH2_URL, "https://other.example.com/token", "field.authentication"),
                single(Field.SIGNATURE_HEADER, "X-Other", "field.signature"),
                single(Field.ENABLED, "false", "field.enabled"),
                single(Field.PREFIX, "other/", "field.prefix"),
                new Single(
                        Field.URL_PARAMS,
                        draft -> draft.with(Field.URL_PARAMS, Map.of("tenant", "other")),
                        "field.url-params"),
                new Single(Field.HEADERS, draft -> draft.with(Field.HEADERS, Map.of("X-Team", "it")), "field.headers"));
    }

    private static Single single(Field field, String value, String difference) {
        return new Single(field, draft -> draft.with(field, value), difference);
    }

    @ParameterizedTest
    @MethodSource("singleChanges")
    void oneChangeIsOneDifferenceAndComesBackToo(Single change) {
        try (World world = World.aws().with(draft -> signingIn(draft, SignInWay.OAUTH2))) {
            world.apply();
            world.with(change.change());

            Change.Update update = (Change.Update) webhook(world.plan());

            assertThat(update.differences()).extracting(Difference::field).containsExactly(change.difference());
            assertThat(world.apply().complete()).isTrue();
            assertThat(world.plan().isEmpty()).isTrue();
        }
    }
}
