package io.spotdock.gui.step.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.Fault;
import io.spotdock.domain.GoogleProvider;
import io.spotdock.domain.policy.PolicyJson;
import io.spotdock.export.Format;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Handover;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Remark.Kind;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.plan.Scope;
import io.spotdock.service.Event;
import io.spotdock.settings.Field;
import io.spotdock.settings.Journey;
import io.spotdock.settings.Settings;
import io.spotdock.settings.StepId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessModelTest {
    private static final String ARN = "arn:aws:iam::999888777666:role/thoughtspot-s3-upload";

    private TestPlace place = TestPlace.aws().withGuide().signedIn();

    @AfterEach
    void close() {
        place.close();
    }

    private AccessModel entered() {
        AccessModel model = new AccessModel(place);
        model.enter();
        settle();
        return model;
    }

    private AccessModel onGcp() {
        place.close();
        place = TestPlace.gcp().withGuide().signedIn();
        return entered();
    }

    private void settle() {
        place.operations.pass(Duration.ofSeconds(1));
    }

    private String draft(Field field) {
        return place.draft().get().text(field).orElse("");
    }

    private static Footer.Command next(AccessModel model) {
        return model.footer().get().commands().getFirst();
    }

    private void roleIsThere() {
        Settings settings = place.draft().get().check().good().orElseThrow();
        place.setup()
                .apply(
                        settings,
                        place.setup().plan(settings, Scope.AWS, Set.of()),
                        Scope.AWS,
                        Set.of(),
                        Event.Sink.NONE);
    }

    @Test
    void aRoleThatIsNotThereIsFreeAndLeadsOn() {
        AccessModel model = entered();
        assertThat(model.remarks(Field.ROLE_NAME).get()).isEqualTo(Remark.of(Kind.GOOD, "wizard.access.role.free"));
        assertThat(model.standing().get()).isEqualTo(Standing.done("thoughtspot-s3-upload"));
        next(model).run().run();
        assertThat(place.went).containsExactly("next");
    }

    @Test
    void aRoleThatIsThereIsSaidToBe() {
        roleIsThere();
        assertThat(entered().remarks(Field.ROLE_NAME).get())
                .isEqualTo(Remark.of(Kind.KNOW, "wizard.access.role.there"));
    }

    @Test
    void whoMayNotLookAtRolesCanGoOn() {
        place.sandbox.faults().set("deny", "iam:GetRole");
        AccessModel model = entered();
        assertThat(model.remarks(Field.ROLE_NAME).get())
                .isEqualTo(Remark.of(Kind.KNOW, "wizard.access.role.denied", "iam:GetRole"));
        assertThat(next(model).enabled()).isTrue();
    }

    @Test
    void whatThoughtSpotToldIsFilledInAndKept() {
        place.connected();
        place.publish(draft -> draft.without(Field.EXTERNAL_ID)
                .without(Field.THOUGHTSPOT_ACCOUNT)
                .without(Field.ROLE_NAME));
        AccessModel model = entered();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-x7k9m2p4q1");
        assertThat(draft(Field.THOUGHTSPOT_ACCOUNT)).isEqualTo("123456789012");
        assertThat(draft(Field.ROLE_NAME)).isEqualTo("thoughtspot-s3-upload");
        assertThat(model.accountRead().get()).isTrue();
        assertThat(model.hint(Field.EXTERNAL_ID).get().key()).isEqualTo("wizard.access.external-id.theirs");
    }

    @Test
    void anIdThatDiffersFromThoughtSpotsInCaseIsNotedAndMendedByOneClick() {
        place.connected();
        AccessModel model = entered();
        model.externalId().text().set("TS-webhook-x7k9m2p4q1");
        Remark remark = model.remarks(Field.EXTERNAL_ID).get();
        assertThat(remark.text().key()).isEqualTo("wizard.access.external-id.case");
        assertThat(next(model).enabled()).isTrue();
        remark.repair().orElseThrow().run().run();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-x7k9m2p4q1");
        assertThat(model.remarks(Field.EXTERNAL_ID).get()).isEqualTo(Remark.NONE);
    }

    @Test
    void whereThoughtSpotMadeNoIdSpotdockMakesOneOnceAndAsksBeforeItMakesAnother() {
        place.publish(draft -> draft.without(Field.EXTERNAL_ID));
        AccessModel model = entered();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-kept");
        assertThat(model.hint(Field.EXTERNAL_ID).get().key()).isEqualTo("wizard.access.external-id.made");
        model.remarks(Field.EXTERNAL_ID).get().repair().orElseThrow().run().run();
        assertThat(model.askingForAnotherId().get()).isTrue();
        model.keepTheOldId();
        assertThat(model.askingForAnotherId().get()).isFalse();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-kept");
        model.makeAnotherId();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-another");
    }

    @Test
    void anUnfinishedWebhookDoesNotKeepAnIdFromBeingMade() {
        place.publish(draft -> draft.without(Field.EXTERNAL_ID).with(Field.WEBHOOK_URL, "http://nowhere"));
        entered();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-kept");
    }

    @Test
    void anIdMayBeAsLongAsAwsTakesItAndNoLonger() {
        AccessModel model = entered();
        model.externalId().text().set("x".repeat(1224));
        assertThat(next(model).enabled()).isTrue();
        model.externalId().text().set("x".repeat(1225));
        assertThat(next(model).enabled()).isFalse();
    }

    @Test
    void whoIsRefusedIsToldWhyAndLedThere() {
        AccessModel model = entered();
        model.externalId().text().set("");
        assertThat(model.remarks(Field.EXTERNAL_ID).get()).isEqualTo(Remark.NONE);
        assertThat(next(model).enabled()).isFalse();
        model.footer().get().note().mend().orElseThrow().run();
        assertThat(model.remarks(Field.EXTERNAL_ID).get()).isEqualTo(Remark.of(Kind.ERROR, "fault.required"));
        assertThat(place.went).containsExactly("ACCESS EXTERNAL_ID");
    }

    @Test
    void onGoogleCloudThereIsAServiceAccountAndAChoiceOfProvider() {
        AccessModel model = onGcp();
        assertThat(model.gcp().get()).isTrue();
        assertThat(draft(Field.EXTERNAL_ID)).isEmpty();
        assertThat(model.trustJson().orElseThrow()).contains("oidc-provider/accounts.google.com");
        model.choose(GoogleProvider.BUILT_IN);
        assertThat(model.trustJson().orElseThrow()).doesNotContain("oidc-provider");
        assertThat(draft(Field.GOOGLE_PROVIDER)).isEqualTo("built-in");
        assertThat(next(model).enabled()).isTrue();
    }

    @Test
    void whatAnotherHostingLeftBehindIsTakenOut() {
        place.publish(draft ->
                draft.with(Field.SERVICE_ACCOUNT, "115663769112811637952").with(Field.GOOGLE_PROVIDER, "built-in"));
        AccessModel model = entered();
        assertThat(place.draft().get().check().good()).isPresent();
        assertThat(next(model).enabled()).isTrue();
    }

    @Test
    void aRoleThatIsMadeElsewhereIsWaitedForAndThenTakenUp() {
        AccessModel model = entered();
        model.haveItMade();
        assertThat(model.elsewhere().get()).isTrue();
        assertThat(model.footer().get().note().text().key()).isEqualTo("wizard.access.may-close");
        assertThat(next(model).enabled()).isFalse();
        model.roleArn().text().set("arn:aws:iam::999888777666:role/teams/made-by-others");
        settle();
        assertThat(draft(Field.ROLE_NAME)).isEqualTo("made-by-others");
        assertThat(model.remarks(Field.ROLE_ARN).get()).isEqualTo(Remark.of(Kind.LOOK, "wizard.access.arn.missing"));
        assertThat(next(model).enabled()).isTrue();
        assertThat(Journey.of(place.draft().get())).doesNotContain(StepId.REVIEW);
        model.makeItHere();
        assertThat(draft(Field.ROLE_NAME)).isEqualTo("thoughtspot-s3-upload");
        assertThat(draft(Field.ROLE_ARN)).isEmpty();
        assertThat(Journey.of(place.draft().get())).contains(StepId.REVIEW);
    }

    @Test
    void aRoleOfAnotherAccountIsNotTaken() {
        AccessModel model = entered();
        model.haveItMade();
        model.roleArn().text().set("arn:aws:iam::111122223333:role/thoughtspot-s3-upload");
        model.roleArn().left();
        assertThat(model.remarks(Field.ROLE_ARN).get().text())
                .isEqualTo(Fault.of("fault.role-arn.account", "111122223333", "999888777666"));
        assertThat(model.standing().get().kind()).isEqualTo(Standing.Kind.FAULT);
        model.roleArn().text().set(ARN);
        assertThat(model.remarks(Field.ROLE_ARN).get().isFault()).isFalse();
    }

    @Test
    void filesForACloudTeamAreWrittenBeforeThereIsARole(@TempDir Path folder) {
        AccessModel model = entered();
        model.haveItMade();
        place.choosing(folder);
        model.export(EnumSet.of(Format.CLI, Format.POLICIES), "", (key, _) -> key);
        assertThat(model.handedOver().get()).isEqualTo(new Handover.Outcome.Saved(Fault.of("wizard.saved-in", folder)));
        assertThat(folder.resolve("apply.sh")).content().contains("thoughtspot-s3-upload");
        assertThat(folder.resolve("policies/trust-policy.json")).exists();
    }

    @Test
    void filesOfSomebodyElsesAreReplacedOnlyWhenAskedTo(@TempDir Path folder) throws Exception {
        AccessModel model = entered();
        place.choosing(folder);
        Files.writeString(folder.resolve("apply.sh"), "mine");
        model.export(EnumSet.of(Format.CLI), "", (key, _) -> key);
        assertThat(folder.resolve("apply.sh")).hasContent("mine");
        assertThat(model.handedOver().get())
                .isInstanceOfSatisfying(
                        Handover.Outcome.Exists.class,
                        exists -> exists.replace().run());
        assertThat(folder.resolve("apply.sh")).content().isNotEqualTo("mine");
    }

    @Test
    void aPolicyIsSavedAsCanonicalJson(@TempDir Path folder) throws Exception {
        AccessModel model = entered();
        place.choosing(folder);
        model.save(model.permissionsJson(), "", "permissions-policy.json");
        String saved = Files.readString(folder.resolve("permissions-policy.json"));
        assertThat(saved).isEqualTo(PolicyJson.print(PolicyJson.parse(saved)));
        model.externalId().text().set("");
        assertThat(model.trustJson()).isEqualTo(Optional.empty());
    }
}
