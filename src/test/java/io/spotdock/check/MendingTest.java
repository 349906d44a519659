package io.spotdock.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult.Status;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Journey;
import io.spotdock.settings.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest {
    private static final Pattern REMEDY = Pattern.compile("\"(remedy\\.[a-z-]+)\"");

    /** What nobody can mend in a step: it is for a look, for ThoughtSpot's or AWS's console, or tells itself. */
    private static final Set<String> ELSEWHERE = Set.of(
            "remedy.account-problem",
            "remedy.again",
            "remedy.boundary",
            "remedy.clock",
            "remedy.doctor",
            "remedy.duration",
            "remedy.kms-enable",
            "remedy.kms-other",
            "remedy.live-test-tells",
            "remedy.liveboard",
            "remedy.liveboard-empty",
            "remedy.liveboard-later",
            "remedy.liveboard-nothing",
            "remedy.liveboard-run",
            "remedy.locked",
            "remedy.look-yourself",
            "remedy.mfa-delete",
            "remedy.organisation",
            "remedy.other-deny",
            "remedy.other-policies",
            "remedy.ownership",
            "remedy.remove-yourself",
            "remedy.run-again",
            "remedy.schedule-one",
            "remedy.smaller",
            "remedy.sts-region",
            "remedy.take-out-elsewhere",
            "remedy.thoughtspot-shows",
            "remedy.thoughtspot-support",
            "remedy.thumbprint",
            "remedy.upload-denied",
            "remedy.webhooks-off");

    private static final List<StepId> ALL = Journey.of(Draft.EMPTY);

    private static CheckResult failed(CheckGroup group, String evidence, String remedy) {
        return new CheckResult(
                "some.check",
                group,
                Strength.OBSERVED,
                Status.FAILED,
                Optional.of(Fault.of(evidence)),
                Optional.of(Fault.of(remedy)),
                Optional.empty(),
                "");
    }

    private static CheckResult failed(CheckGroup group, Failure failure) {
        return new CheckResult(
                "some.check",
                group,
                Strength.OBSERVED,
                Status.FAILED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(failure),
                "");
    }

    @Test
    void everyRemedyOfTheCatalogueLeadsSomewhereOrIsKnownToLeadNowhere() throws IOException {
        Set<String> leadNowhere = new TreeSet<>();
        for (String remedy : remediesOfChecks())
            if (Mending.of(failed(CheckGroup.ROLE, "cause.unknown", remedy), ALL)
                    .isEmpty()) leadNowhere.add(remedy);
        assertThat(leadNowhere).isSubsetOf(ELSEWHERE);
    }

    private static Set<String> remediesOfChecks() throws IOException {
        Set<String> remedies = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/spotdock/check"))) {
            for (Path file : files.filter(f -> !f.endsWith("Mending.java")).toList())
                REMEDY.matcher(Files.readString(file)).results().forEach(found -> remedies.add(found.group(1)));
        }
        assertThat(remedies).hasSizeGreaterThan(10);
        return remedies;
    }

    @Test
    void anAccountThatThoughtSpotConfirmsIsEnteredInAccess() {
        assertThat(Mending.of(failed(CheckGroup.DELIVERY, "cause.other-account", "remedy.confirm-account"), ALL))
                .contains(new Mending(StepId.ACCESS, Optional.of(Field.THOUGHTSPOT_ACCOUNT)));
    }

    @ParameterizedTest
    @CsvSource({
        "remedy.trust-external-id,ACCESS,EXTERNAL_ID",
        "remedy.trust-principal,ACCESS,THOUGHTSPOT_ACCOUNT",
        "remedy.trust-claim,ACCESS,SERVICE_ACCOUNT",
        "remedy.role-name,ACCESS,ROLE_NAME",
        "remedy.partition,AWS_ACCOUNT,PROFILE",
    })
    void aPartOfTheTrustPolicyIsMendedInItsField(String remedy, StepId step, Field field) {
        assertThat(Mending.of(failed(CheckGroup.ROLE, "check.any", remedy), ALL))
                .contains(new Mending(step, Optional.of(field)));
    }

    @ParameterizedTest
    @CsvSource({
        "remedy.kms-key,BUCKET",
        "remedy.public-policy,BUCKET",
        "remedy.role-allow,REVIEW",
        "remedy.trust-everyone,REVIEW",
        "remedy.role-boundary,ACCESS",
    })
    void whatHasNoFieldIsMendedWhereItIsShown(String remedy, StepId step) {
        assertThat(Mending.of(failed(CheckGroup.ROLE, "check.any", remedy), ALL))
                .contains(new Mending(step, Optional.empty()));
    }

    @Test
    void whatDiffersIsMendedWhereItsSideIsWritten() {
        assertThat(Mending.stepFor(failed(CheckGroup.ROLE, "check.role.trust.differs", "remedy.plan")))
                .contains(StepId.REVIEW);
        assertThat(Mending.stepFor(failed(CheckGroup.THOUGHTSPOT, "check.webhook.matches.no", "remedy.plan")))
                .contains(StepId.WEBHOOK);
        assertThat(Mending.stepFor(failed(CheckGroup.DELIVERY, "cause.region", "remedy.plan")))
                .contains(StepId.WEBHOOK);
        assertThat(Mending.stepFor(failed(CheckGroup.DELIVERY, "cause.upload-denied", "remedy.plan")))
                .contains(StepId.REVIEW);
    }

    @Test
    void aRoleMadeElsewhereIsMendedInAccess() {
        List<StepId> withoutReview = Journey.of(Draft.EMPTY.withRoleMadeElsewhere(true));
        assertThat(Mending.of(failed(CheckGroup.ROLE, "check.role.trust.differs", "remedy.plan"), withoutReview))
                .contains(new Mending(StepId.ACCESS, Optional.empty()));
    }

    @Test
    void aSignInThatHasRunOutIsRenewedWhereItIsMade() {
        assertThat(Mending.stepFor(failed(CheckGroup.ROLE, new Failure.Expired("sign-in.aws-sso", ""))))
                .contains(StepId.AWS_ACCOUNT);
        assertThat(Mending.stepFor(failed(CheckGroup.DELIVERY, new Failure.Expired("sign-in.thoughtspot-token", ""))))
                .contains(StepId.HOSTING);
    }

    @Test
    void whatPassesByItselfLeadsNowhere() {
        assertThat(Mending.stepFor(failed(CheckGroup.ROLE, new Failure.Throttled("AWS IAM", ""))))
                .isEmpty();
    }
}
