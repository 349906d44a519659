package io.spotdock.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Hosting;
import io.spotdock.domain.policy.PolicyDocument;
import io.spotdock.domain.policy.PolicySet.Named;
import io.spotdock.plan.Wanted;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.Settings.HostingChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading is the inverse of making: whatever Spotdock would write says what it was written for. */
class RoleReadingPropertiesTest {
    @Property
    void aRoleThatSpotdockMakesReadsBackToItsSettings(@ForAll("drafts") Draft draft) {
        Settings settings = settings(draft);
        Findings found = RoleReading.of(made(settings, false), Draft.EMPTY);
        Given region =
                new Given(Draft.EMPTY.with(Field.REGION, settings.aws().region().value()), Set.of(Field.REGION));

        assertThat(found.open(region)).isEmpty();
        assertThat(found.notes()).isEmpty();
        assertThat(settings(found.over(region))).isEqualTo(settings);
    }

    /** Whoever made it may have cut and ordered it otherwise. */
    @Property
    void theOrderOfStatementsAndTheirNumberMakeNoDifference(@ForAll("drafts") Draft draft) {
        Settings settings = settings(draft);
        assertThat(RoleReading.of(made(settings, true), Draft.EMPTY).over(new Given(Draft.EMPTY, Set.of())))
                .isEqualTo(RoleReading.of(made(settings, false), Draft.EMPTY).over(new Given(Draft.EMPTY, Set.of())));
    }

    /** A person's word stands, whatever is found. */
    @Property
    void nothingFoundReplacesWhatAPersonSays(@ForAll("drafts") Draft draft, @ForAll("drafts") Draft said) {
        Given given = new Given(said, said.texts().keySet());
        Draft over = RoleReading.of(made(settings(draft), false), said).over(given);
        assertThat(over.texts()).containsAllEntriesOf(said.texts());
    }

    private static RoleFacts made(Settings settings, boolean cut) {
        Hosting hosting = settings.thoughtSpot().hosting() == HostingChoice.AWS
                ? new Hosting.OnAws(
                        settings.thoughtSpot().accountId().orElseThrow(),
                        settings.role().externalId().orElseThrow())
                : new Hosting.OnGcp(
                        settings.thoughtSpot().serviceAccountId().orElseThrow(),
                        settings.role().provider());
        Wanted wanted = new Wanted(settings, hosting, settings.aws().region().partition());
        PolicyDocument rights = wanted.permissions(Optional.empty()).document();
        List<Named> policies = new ArrayList<>(List.of(new Named(Wanted.POLICY_NAME, rights)));
        if (cut) {
            policies.clear();
            rights.statements().forEach(one -> policies.add(new Named("one", PolicyDocument.of(one))));
            Collections.reverse(policies);
        }
        return new RoleFacts(wanted.role(), wanted.trust().document(), policies, List.of(), Set.of());
    }

    private static Settings settings(Draft draft) {
        return switch (draft.check()) {
            case Checked.Good(Settings settings) -> settings;
            case Checked.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    @Provide
    Arbitrary<Draft> drafts() {
        Arbitrary<Draft> places = Combinators.combine(
                        digits(12),
                        Arbitraries.of("us-east-1", "eu-central-1"),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .numeric()
                                .ofMinLength(3)
                                .ofMaxLength(40),
                        prefixes(),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .withChars("+=,.@-_")
                                .ofMinLength(1)
                                .ofMaxLength(64),
                        Arbitraries.of(true, false))
                .as((account, region, bucket, prefix, role, kms) -> {
                    Draft draft = Draft.EMPTY
                            .with(Field.ACCOUNT, account)
                            .with(Field.REGION, region)
                            .with(Field.BUCKET_NAME, bucket)
                            .with(Field.PREFIX, prefix)
                            .with(Field.ROLE_NAME, role);
                    return kms
                            ? draft.with(
                                    Field.KMS_KEY,
                                    "arn:aws:kms:" + region + ":" + account
                                            + ":key/1234abcd-12ab-34cd-56ef-1234567890ab")
                            : draft;
                });
        return Combinators.combine(places, Arbitraries.oneOf(onAws(), onGoogle()))
                .as((draft, hosting) -> {
                    Draft whole = draft;
                    for (var text : hosting.texts().entrySet()) whole = whole.with(text.getKey(), text.getValue());
                    return whole;
                });
    }

    /** Never the customer's own account, which is nobody's ThoughtSpot. */
    private static Arbitrary<Draft> onAws() {
        Arbitrary<String> externalIds = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("+=,.@:/-_")
                .ofMinLength(2)
                .ofMaxLength(80)
                .filter(text -> ExternalId.parse(text).good().isPresent());
        return Combinators.combine(digits(11), externalIds)
                .as((account, externalId) -> Draft.EMPTY
                        .with(Field.HOSTING, "aws")
                        .with(Field.THOUGHTSPOT_ACCOUNT, "9" + account)
                        .with(Field.EXTERNAL_ID, externalId));
    }

    private static Arbitrary<Draft> onGoogle() {
        return Combinators.combine(digits(20), Arbitraries.of("in-account", "built-in"))
                .as((id, provider) -> Draft.EMPTY
                        .with(Field.HOSTING, "gcp")
                        .with(Field.SERVICE_ACCOUNT, "1" + id)
                        .with(Field.GOOGLE_PROVIDER, provider));
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().withCharRange('0', '8').ofLength(length);
    }

    /** Slashes inside, no slash at the end, letters of all kinds, and nothing at all. */
    private static Arbitrary<String> prefixes() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("ABC/ -_.äö€:{}")
                .ofMaxLength(30)
                .filter(text -> !text.startsWith("/") && text.equals(text.strip()));
    }
}
