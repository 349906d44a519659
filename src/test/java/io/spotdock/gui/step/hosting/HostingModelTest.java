package io.spotdock.gui.step.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Org;
import io.spotdock.domain.Secret;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.step.hosting.SignInForm.Way;
import io.spotdock.gui.task.Operations;
import io.spotdock.sandbox.thoughtspot.ThoughtSpotServer;
import io.spotdock.service.Connected;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostingModelTest {
    private TestPlace place = TestPlace.aws();
    private HostingModel model = new HostingModel(place);

    @AfterEach
    void close() {
        place.close();
    }

    private void at(TestPlace other) {
        place.close();
        place = other;
        model = new HostingModel(place);
    }

    private Secret token() {
        return Secret.of(place.sandbox.access().thoughtSpotToken());
    }

    /** Types the sandbox's address, signs in and asks. */
    private void connect(Way way, String user, Secret secret) {
        model.form().host().text().set(place.sandbox.access().thoughtSpot().toString());
        model.form().way().set(way);
        model.form().user().text().set(user);
        model.form().secretChanged(true);
        model.connect(secret);
    }

    private void connect() {
        connect(Way.TOKEN, "", token());
    }

    private String draft(Field field) {
        return place.draft().get().text(field).orElse("");
    }

    private Answer answer(Answer.About about) {
        return model.sight().get().answers().stream()
                .filter(each -> each.about() == about)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsChosenAtFirstAndTheFooterSaysWhatIsMissing() {
        assertThat(model.standing().get()).isEqualTo(Standing.TO_DO);
        Footer footer = model.footer().get();
        assertThat(footer.note().text()).isEqualTo(Fault.of("wizard.hosting.footer.choose"));
        assertThat(footer.back()).isFalse();
        assertThat(footer.commands()).singleElement().matches(next -> !next.enabled());
        footer.note().mend().orElseThrow().run();
        assertThat(place.went).containsExactly("HOSTING HOST");
        assertThat(model.firstFault()).contains(Field.HOST);
    }

    @Test
    void aPersonMayJustSayWhereThoughtSpotRuns() {
        model.choose(ThoughtSpotCloud.GCP);
        assertThat(draft(Field.HOSTING)).isEqualTo("gcp");
        assertThat(model.standing().get()).isEqualTo(Standing.done(Fault.of("wizard.hosting.standing.google")));
        model.footer().get().commands().getFirst().run().run();
        assertThat(place.went).containsExactly("next");
    }

    @Test
    void thoughtSpotAnswersForItself() {
        connect();
        assertThat(draft(Field.HOSTING)).isEqualTo("aws");
        assertThat(draft(Field.THOUGHTSPOT_ACCOUNT)).isEqualTo("123456789012");
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-x7k9m2p4q1");
        assertThat(draft(Field.ORG)).isEqualTo("Primary");
        assertThat(model.sight().get().detected()).contains(ThoughtSpotCloud.AWS);
        assertThat(model.standing().get()).isEqualTo(Standing.done(Fault.of("wizard.hosting.standing.aws-detected")));
        assertThat(model.sight().get().answers())
                .extracting(Answer::value)
                .containsExactly("123456789012", "ts-webhook-x7k9m2p4q1", "Primary", "admin", "26.8.0.cl-97");
        assertThat(answer(Answer.About.RELEASE).says()).contains(Fault.of("wizard.hosting.release-says"));
        Fault until = model.sight().get().signedIn().orElseThrow();
        assertThat(until.key()).isEqualTo("wizard.hosting.signed-in");
        assertThat(until.arguments().getFirst()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}");
        assertThat(model.sight().get().shortages()).isEmpty();
        assertThat(place.setup().thoughtSpot()).isPresent();
    }

    @Test
    void onGoogleCloudItIsTheServiceAccountThatCounts() {
        at(TestPlace.gcp());
        place.publish(draft -> draft.with(Field.HOSTING, "aws").with(Field.EXTERNAL_ID, "of-another-time"));
        connect();
        assertThat(draft(Field.HOSTING)).isEqualTo("gcp");
        assertThat(draft(Field.SERVICE_ACCOUNT)).isEqualTo("115663769112811637952");
        assertThat(place.draft().get().has(Field.EXTERNAL_ID)).isFalse();
        assertThat(model.sight().get().offersOtherStorage()).isTrue();
    }

    @Test
    void anExternalIdThatWasEnteredIsKeptAndTheOtherOneOffered() {
        place.publish(draft -> draft.with(Field.EXTERNAL_ID, "entered-by-hand"));
        connect();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("entered-by-hand");
        assertThat(answer(Answer.About.EXTERNAL_ID))
                .isEqualTo(new Answer(Answer.About.EXTERNAL_ID, "entered-by-hand", Optional.empty()));
        assertThat(model.sight().get().externalIdNotice())
                .map(Notice::title)
                .contains(Fault.of("wizard.hosting.external-id-differs", "ts-webhook-x7k9m2p4q1"));
        assertThat(model.standing().get().kind()).isEqualTo(Standing.Kind.LOOK);
        model.takeTheirExternalId();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-x7k9m2p4q1");
        assertThat(model.standing().get().kind()).isEqualTo(Standing.Kind.DONE);
    }

    @Test
    void anExternalIdThatDiffersInCaseOnlyIsAnother() {
        place.publish(draft -> draft.with(Field.EXTERNAL_ID, "TS-webhook-x7k9m2p4q1"));
        connect();
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("TS-webhook-x7k9m2p4q1");
        assertThat(model.sight().get().otherExternalId()).isPresent();
    }

    @Test
    void choosingTheOtherCloudTakesAwayWhatItRefusesAndChoosingBackReturnsIt() {
        connect();
        model.choose(ThoughtSpotCloud.GCP);
        assertThat(place.draft().get().has(Field.EXTERNAL_ID)).isFalse();
        assertThat(place.draft().get().has(Field.THOUGHTSPOT_ACCOUNT)).isFalse();
        assertThat(model.standing().get()).isEqualTo(Standing.look(Fault.of("wizard.hosting.standing.contradicted")));
        assertThat(model.sight().get().notices())
                .extracting(Notice::title)
                .containsExactly(Fault.of("wizard.hosting.is-aws"));
        model.choose(ThoughtSpotCloud.AWS);
        assertThat(draft(Field.EXTERNAL_ID)).isEqualTo("ts-webhook-x7k9m2p4q1");
        assertThat(draft(Field.THOUGHTSPOT_ACCOUNT)).isEqualTo("123456789012");
        assertThat(model.sight().get().notices()).isEmpty();
    }

    @Test
    void anAddressIsTakenAsABrowserShowsItAndFaultsAreToldOnceItWasLeft() {
        model.form().host().text().set("my company");
        assertThat(model.form().host().fault().get()).isEmpty();
        assertThat(draft(Field.HOST)).isEqualTo("my company");
        model.form().host().left();
        assertThat(model.form().host().fault().get()).map(Fault::key).contains("fault.host");
        model.form().host().text().set("http://my-company.thoughtspot.cloud");
        assertThat(model.form().host().fault().get()).map(Fault::key).contains("fault.host.https");
        model.form().host().text().set("https://my-company.thoughtspot.cloud/#/home");
        assertThat(model.form().host().fault().get()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsNotAskedAndTheSecretIsWiped() {
        Secret secret = token();
        model.form().host().text().set("not an address");
        model.form().secretChanged(true);
        model.connect(secret);
        assertThat(model.form().host().fault().get()).isPresent();
        assertThat(place.sandbox.calls().calls()).isEmpty();
        assertWiped(secret);
    }

    @Test
    void oneCanConnectOnceEverythingIsThere() {
        assertThat(model.form().complete().get()).isFalse();
        model.form().host().text().set("my-company.thoughtspot.cloud");
        model.form().secretChanged(true);
        assertThat(model.form().complete().get()).isTrue();
        model.form().way().set(Way.PASSWORD);
        assertThat(model.form().complete().get()).isFalse();
        model.form().user().text().set("maria.keller");
        assertThat(model.form().complete().get()).isTrue();
    }

    @Test
    void aRefusedTokenIsToldAtItsFieldUntilItIsChangedAndIsWiped() {
        Secret wrong = Secret.of("out-of-date");
        connect(Way.TOKEN, "", wrong);
        assertThat(model.form().secretFault().get()).contains(Fault.of("wizard.hosting.token-refused"));
        assertThat(model.sight().get().connected()).isEmpty();
        assertWiped(wrong);
        model.form().secretChanged(true);
        assertThat(model.form().secretFault().get()).isEmpty();
    }

    @Test
    void aWrongPasswordAndASecondFactorAreToldApart() {
        connect(Way.PASSWORD, "admin", Secret.of("wrong"));
        assertThat(model.form().secretFault().get()).contains(Fault.of("wizard.hosting.password-refused"));
        connect(Way.SECRET_KEY, "admin", Secret.of("wrong"));
        assertThat(model.form().secretFault().get()).contains(Fault.of("wizard.hosting.secret-key-refused"));
        place.sandbox.faults().set("ts-mfa", "");
        connect(Way.PASSWORD, "admin", Secret.of(ThoughtSpotServer.PASSWORD));
        assertThat(model.form().secretFault().get()).contains(Fault.of("wizard.hosting.wants-second-factor"));
    }

    @Test
    void whoMayNotManageWebhooksIsToldSoAndMayGoOnForNow() {
        connect(Way.PASSWORD, "viewer", Secret.of(ThoughtSpotServer.PASSWORD));
        assertThat(model.sight().get().notices())
                .extracting(Notice::title)
                .containsExactly(Fault.of("wizard.hosting.no-privilege", "viewer"));
        assertThat(model.standing().get()).isEqualTo(Standing.TO_DO);
        model.choose(ThoughtSpotCloud.AWS);
        assertThat(model.standing().get()).isEqualTo(Standing.look(Fault.of("wizard.hosting.standing.no-privilege")));
    }

    @Test
    void eachOfThreePrivilegesWillDo() {
        for (String user : List.of("admin", "developer", "webhook-manager")) {
            connect(Way.PASSWORD, user, Secret.of(ThoughtSpotServer.PASSWORD));
            assertThat(answer(Answer.About.YOU).says()).contains(Fault.of("wizard.hosting.you-says"));
            model.disconnect();
        }
    }

    @Test
    void aFetchedTokenIsSaidToBeRenewed() {
        connect(Way.PASSWORD, "admin", Secret.of(ThoughtSpotServer.PASSWORD));
        Fault until = model.sight().get().signedIn().orElseThrow();
        assertThat(until.key()).isEqualTo("wizard.hosting.signed-in-renewed");
        assertThat(until.arguments().getFirst()).matches("([0-9-]{10} )?[0-9]{2}:[0-9]{2}");
    }

    @Test
    void whatASignInMayNotDoIsSaidInALineEach() {
        connect(Way.PASSWORD, "webhook-manager", Secret.of(ThoughtSpotServer.PASSWORD));
        assertThat(model.sight().get().shortages())
                .containsExactly(
                        Fault.of("wizard.hosting.not-channel"),
                        Fault.of("wizard.hosting.not-system"),
                        Fault.of("wizard.hosting.not-schedules"),
                        Fault.of("wizard.hosting.not-download"));
    }

    @Test
    void whatAReleaseLacksIsSaidWithTheReleaseThatBringsIt() {
        place.sandbox.faults().set("ts-release", "26.3.0.cl-12");
        connect();
        assertThat(answer(Answer.About.RELEASE))
                .isEqualTo(new Answer(Answer.About.RELEASE, "26.3.0.cl-12", Optional.empty()));
        assertThat(model.sight().get().shortages())
                .containsExactly(
                        Fault.of("wizard.hosting.no-headers", "26.4"),
                        Fault.of("wizard.hosting.no-validate", "26.4"),
                        Fault.of("wizard.hosting.no-history", "26.4"),
                        Fault.of("wizard.hosting.no-status", "26.7"));
    }

    @Test
    void webhooksThatAreSwitchedOffAreNotTakenForAnOlderCluster() {
        place.sandbox.faults().set("ts-no-webhooks", "");
        connect();
        assertThat(model.sight().get().notices())
                .extracting(Notice::title)
                .containsExactly(Fault.of("wizard.hosting.no-webhooks"));
        model.choose(ThoughtSpotCloud.AWS);
        assertThat(model.standing().get()).isEqualTo(Standing.look(Fault.of("wizard.hosting.standing.no-webhooks")));
    }

    @Test
    void anOlderClusterLeavesTheChoiceToThePerson() {
        place.sandbox.faults().set("ts-old-cluster", "");
        connect();
        assertThat(model.sight().get().connected()).isPresent();
        assertThat(model.sight().get().notices())
                .extracting(Notice::title)
                .containsExactly(Fault.of("wizard.hosting.older-cluster"));
        assertThat(model.standing().get()).isEqualTo(Standing.TO_DO);
        model.choose(ThoughtSpotCloud.AWS);
        assertThat(model.standing().get()).isEqualTo(Standing.done(Fault.of("wizard.hosting.standing.aws")));
    }

    @Test
    void noAnswerIsABannerWithTheNetworksOwnWords() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        model.form().host().text().set("http://localhost:" + closed);
        model.form().secretChanged(true);
        model.connect(token());
        Notice notice = model.form().notice().get().orElseThrow();
        assertThat(notice.title()).isEqualTo(Fault.of("failure.unreachable", "localhost:" + closed));
        assertThat(notice.text()).isEqualTo(Fault.of("wizard.hosting.unreachable"));
        assertThat(notice.said()).isNotBlank();
        model.form().host().text().set("http://localhost");
        assertThat(model.form().notice().get()).isEmpty();
    }

    @Test
    void anAddressThatIsNotThoughtSpotsIsToldAtTheAddress() {
        place.sandbox.faults().set("ts-html", "");
        connect();
        assertThat(model.form().host().fault().get())
                .map(Fault::key)
                .contains("fault.thoughtspot-host.not-thoughtspot");
    }

    @Test
    void withAPasswordOneMayGoToAnotherOrg() {
        connect(Way.PASSWORD, "admin", Secret.of(ThoughtSpotServer.PASSWORD));
        assertThat(model.sight().get().orgs()).extracting(Org::name).containsExactly("Primary", "Sales");
        model.enter(new Org(1, "Sales"));
        assertThat(draft(Field.ORG)).isEqualTo("Sales");
        assertThat(answer(Answer.About.ORG).value()).isEqualTo("Sales");
        assertThat(model.orgFault().get()).isEmpty();
    }

    @Test
    void aTokenStaysInItsOrgWhichIsToldThere() {
        connect();
        model.enter(new Org(1, "Sales"));
        assertThat(model.orgFault().get()).map(Fault::key).contains("fault.thoughtspot-org.token");
        assertThat(draft(Field.ORG)).isEqualTo("Primary");
        assertThat(place.setup().thoughtSpot().orElseThrow().user().currentOrg().name())
                .isEqualTo("Primary");
    }

    @Test
    void anOrgOfTheSettingsThatIsNotThereIsToldAtItsField() {
        place.publish(draft -> draft.with(Field.ORG, "Marketing"));
        connect(Way.PASSWORD, "admin", Secret.of(ThoughtSpotServer.PASSWORD));
        assertThat(model.form().org().fault().get()).map(Fault::key).contains("fault.thoughtspot-org.unknown");
        model.form().org().text().set("");
        assertThat(model.form().org().fault().get()).isEmpty();
        connect(Way.PASSWORD, "admin", Secret.of(ThoughtSpotServer.PASSWORD));
        assertThat(draft(Field.ORG)).isEqualTo("Primary");
    }

    @Test
    void theSecretLivesAsLongAsTheConnectionAndIsInNoDraft() {
        Secret secret = token();
        connect(Way.TOKEN, "", secret);
        assertThat(secret.use(String::length)).isPositive();
        assertThat(place.draft().get().texts().values())
                .doesNotContain(place.sandbox.access().thoughtSpotToken());
        model.disconnect();
        assertWiped(secret);
        assertThat(place.known().get().thoughtSpot()).isEmpty();
        assertThat(place.setup().thoughtSpot()).isEmpty();
        assertThat(draft(Field.HOSTING)).isEqualTo("aws");
        assertThat(model.standing().get()).isEqualTo(Standing.done(Fault.of("wizard.hosting.standing.aws")));
    }

    @Test
    void aWaitIsShownAfterAMomentAndCanBeGivenUp() {
        place.operations.hold();
        connect();
        assertThat(model.connecting().running().get()).isTrue();
        assertThat(model.footer().get().note().text()).isEqualTo(Fault.of("wizard.hosting.footer.choose"));
        place.operations.pass(Operations.SLOW);
        Footer waiting = model.footer().get();
        assertThat(waiting.note().text().key()).isEqualTo("wizard.hosting.connecting");
        assertThat(waiting.commands())
                .singleElement()
                .matches(cancel -> cancel.label().equals(Fault.of("wizard.cancel")));
        waiting.commands().getFirst().run().run();
        place.operations.release();
        assertThat(model.sight().get().connected()).isEmpty();
        assertThat(model.footer().get().note().text()).isEqualTo(Fault.of("wizard.hosting.footer.choose"));
    }

    @Test
    void inASandboxTheListSaysSo() {
        at(TestPlace.aws().sandboxed().withGuide().connected());
        assertThat(model.standing().get()).isEqualTo(Standing.done(Fault.of("wizard.hosting.standing.aws-sandbox")));
    }

    @Test
    void answersFillADraftInOneGo() {
        at(TestPlace.aws().connected());
        Connected connected = place.known().get().thoughtSpot().orElseThrow();
        assertThat(Answers.into(Draft.EMPTY.with(Field.SERVICE_ACCOUNT, "1234567890"), connected)
                        .texts())
                .containsEntry(Field.HOSTING, "aws")
                .containsEntry(Field.EXTERNAL_ID, "ts-webhook-x7k9m2p4q1")
                .doesNotContainKey(Field.SERVICE_ACCOUNT);
    }

    @Test
    void withoutAnAccountASandboxWillDo() {
        model.tryWithoutAccount();
        assertThat(place.went).containsExactly("sandbox");
    }

    private static void assertWiped(Secret secret) {
        assertThatThrownBy(() -> secret.use(String::length)).isInstanceOf(IllegalStateException.class);
    }
}
