package io.spotdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.SecretReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypedSecretTest {
    private static final Draft GUIDE = read(Guide.YAML).draft();

    private static Reading read(String yaml) {
        return SettingsFile.read(yaml.getBytes(StandardCharsets.UTF_8), "spotdock.yaml");
    }

    private static Draft typed(SignInWay way) {
        Draft draft = way.alone(GUIDE);
        for (Field field : way.fields())
            draft = draft.with(
                    field,
                    switch (field.kind()) {
                        case REFERENCE -> TypedSecret.of(field).toString();
                        case TEXT, DIGITS, FLAG, MAP ->
                            field == Field.OAUTH2_URL ? "https://id.example.com/token" : "name";
                    });
        return draft;
    }

    @ParameterizedTest
    @EnumSource(SignInWay.class)
    void aDraftMayHoldASecretThatWasTypedByItsName(SignInWay way) {
        Settings settings = typed(way).check().good().orElseThrow();

        assertThat(settings.webhook().orElseThrow().authentication().secret().isPresent())
                .isEqualTo(way != SignInWay.NONE);
        assertThat(SignInWay.meantBy(typed(way))).isEqualTo(way);
    }

    @ParameterizedTest
    @EnumSource(SignInWay.class)
    void aSettingsFileHoldsAPlaceForItThatAPersonCanFill(SignInWay way) {
        String file = SettingsFile.write(typed(way));

        assertThat(file).doesNotContain("entered:");
        assertThat(read(file).check().good()).isPresent();
    }

    @Test
    void everySecretHasAPlaceOfItsOwn() {
        assertThat(Arrays.stream(Field.values())
                        .filter(field -> field.kind() == Field.Kind.REFERENCE)
                        .map(TypedSecret::inFile)
                        .map(SecretReference.Environment::name))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("SPOTDOCK_WEBHOOK_"));
    }

    @Test
    void aFileThatNamesATypedSecretIsRefused() {
        Draft bearer = SignInWay.BEARER.alone(GUIDE).with(Field.BEARER_TOKEN, "env:TOKEN");
        String file = SettingsFile.write(bearer).replace("env:TOKEN", "entered:webhook.authentication.bearer-token");

        Reading reading = read(file);

        assertThat(reading.problems())
                .extracting(problem -> problem.fault().key())
                .containsExactly("fault.secret-reference");
        assertThat(reading.draft().text(Field.BEARER_TOKEN)).isEmpty();
    }

    @Test
    void anotherWayOfSigningInLeavesNothingOfTheFormer() {
        Draft basic = typed(SignInWay.BASIC);

        assertThat(SignInWay.BEARER.alone(basic).has(Field.BASIC_PASSWORD)).isFalse();
        assertThat(SignInWay.BASIC.missing(basic)).isEmpty();
        assertThat(SignInWay.BASIC.missing(basic.without(Field.BASIC_PASSWORD)))
                .isEqualTo(Optional.of(Field.BASIC_PASSWORD));
    }

    @Test
    void whatAwsIsToHoldNeedsNothingOfTheWebhook() {
        Draft unfinished = typed(SignInWay.OAUTH2).without(Field.WEBHOOK_URL);

        assertThat(unfinished.check().good()).isEmpty();
        assertThat(unfinished.withoutWebhook().check().good().orElseThrow().webhook())
                .isEmpty();
    }
}
