package io.spotdock.gui.step.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.check.CheckResult;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.domain.resource.ChannelPreference.Channel;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.domain.resource.WebhookAuthentication;
import io.spotdock.domain.resource.WebhookField;
import io.spotdock.gui.step.Footer.Command;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Standing.Kind;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.plan.Scope;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.service.Event;
import io.spotdock.settings.Field;
import io.spotdock.settings.Settings;
import io.spotdock.settings.SettingsFile;
import io.spotdock.settings.SignInWay;
import io.spotdock.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookModelTest {
    private static final String SECRET = "s3cr3t-of-the-receiver";
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    /** With a receiver on this computer, so that nothing else is reached. */
    private static TestPlace guide() {
        TestPlace place = TestPlace.aws().withGuide().signedIn().connected();
        place.publish(draft ->
                draft.with(Field.WEBHOOK_URL, place.sandbox.access().receiver().toString()));
        return place;
    }

    private static WebhookModel entered(TestPlace place) {
        WebhookModel model = new WebhookModel(place);
        model.enter();
        return model;
    }

    private static Command press(WebhookModel model, String key) {
        Command command = model.footer().get().commands().stream()
                .filter(one -> one.label().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(model.footer().get()));
        assertThat(command.enabled()).as(key).isTrue();
        command.run().run();
        return command;
    }

    private static WebhookService thoughtSpot(TestPlace place) {
        return place.setup().thoughtSpot().orElseThrow();
    }

    private static Webhook registered(TestPlace place) {
        return thoughtSpot(place).webhooks().getFirst();
    }

    private static void settle(TestPlace place) {
        place.operations.pass(Duration.ofSeconds(1));
    }

    @Test
    void aFirstVisitSuggestsANameAndAsksForTheRest() {
        try (TestPlace place = guide()) {
            place.publish(draft -> draft.without(Field.WEBHOOK_NAME).without(Field.WEBHOOK_URL));
            WebhookModel model = entered(place);

            assertThat(model.form().line(Field.WEBHOOK_NAME).text().get()).isEqualTo("Webhook_S3");
            assertThat(model.sight().get()).isEqualTo(new Sight.Incomplete());
            assertThat(model.firstFault()).contains(Field.WEBHOOK_URL);
            model.footer().get().note().mend().orElseThrow().run();
            assertThat(place.went).containsExactly("WEBHOOK WEBHOOK_URL");
            assertThat(model.urlRemark().get()).isEqualTo(Remark.of(Remark.Kind.ERROR, "fault.required"));
        }
    }

    @Test
    void theWebhookIsMadeWithItsChannelAndTheJourneyGoesOn() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            assertThat(thoughtSpot(place).webhooks()).isEmpty();

            assertThat(press(model, "wizard.webhook.create").writes()).isTrue();

            assertThat(registered(place).name()).isEqualTo("Webhook_S3");
            assertThat(thoughtSpot(place).channels().channels()).contains(Channel.WEBHOOK, Channel.EMAIL);
            assertThat(model.standing().get().kind()).isEqualTo(Kind.DONE);
            assertThat(model.standing().get().line()).contains(Fault.of("wizard.plain", "Webhook_S3"));
            assertThat(place.went).containsExactly("next");
            model.enter();
            press(model, "wizard.continue");
        }
    }

    @Test
    void withoutTheCheckMarkTheChannelIsLeftAlone() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            model.wantChannel(false);

            press(model, "wizard.webhook.create");

            assertThat(thoughtSpot(place).webhooks()).hasSize(1);
            assertThat(thoughtSpot(place).channels().channels()).doesNotContain(Channel.WEBHOOK);
            assertThat(model.standing().get().kind()).isEqualTo(Kind.DONE);

            model.wantChannel(true);
            settle(place);
            press(model, "wizard.webhook.update");

            assertThat(thoughtSpot(place).channels().channels()).contains(Channel.WEBHOOK);
        }
    }

    @Test
    void aTypedTokenIsSentAndStandsNowhereElse() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            model.form().choose(SignInWay.BEARER);
            assertThat(model.firstFault()).contains(Field.BEARER_TOKEN);
            assertThat(model.sight().get()).isEqualTo(new Sight.Incomplete());

            model.form().secret(Field.BEARER_TOKEN).text().set(SECRET);
            settle(place);
            press(model, "wizard.webhook.create");

            assertThat(registered(place).authentication()).isInstanceOf(WebhookAuthentication.BearerToken.class);
            assertThat(place.draft().get().toString()).doesNotContain(SECRET);
            assertThat(SettingsFile.write(place.draft().get()))
                    .contains("env:SPOTDOCK_WEBHOOK_TOKEN")
                    .doesNotContain(SECRET, "entered:");
            assertThat(place.journal.entries().toString()).doesNotContain(SECRET);
            assertThat(model.footer().get().toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void anotherTokenIsSentAlthoughThoughtSpotDoesNotShowTheOldOne() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            model.form().choose(SignInWay.BEARER);
            model.form().secret(Field.BEARER_TOKEN).text().set(SECRET);
            settle(place);
            press(model, "wizard.webhook.create");

            model.form().secret(Field.BEARER_TOKEN).text().set("another");
            settle(place);

            assertThat(model.standing().get().kind()).isEqualTo(Kind.TO_DO);
            Sight.Planned planned = (Sight.Planned) model.sight().get();
            Change.Update update = (Change.Update) Found.webhook(planned.plan()).orElseThrow();
            assertThat(update.differences())
                    .singleElement()
                    .satisfies(only -> assertThat(only.note()).contains("note.secret-replaced"));
            press(model, "wizard.webhook.update");
            assertThat(model.standing().get().kind()).isEqualTo(Kind.DONE);
        }
    }

    @Test
    void anotherWayOfSigningInForgetsTheFormerSecret() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            model.form().choose(SignInWay.BEARER);
            model.form().secret(Field.BEARER_TOKEN).text().set(SECRET);

            model.form().choose(SignInWay.BASIC);

            assertThat(place.draft().get().has(Field.BEARER_TOKEN)).isFalse();
            assertThat(model.form().secret(Field.BEARER_TOKEN).text().get()).isEmpty();
            assertThat(model.firstFault()).contains(Field.BASIC_USERNAME);
        }
    }

    @Test
    void aReferenceOfASettingsFileIsKeptUntilSomethingIsTyped() {
        try (TestPlace place = guide()) {
            place.publish(draft -> draft.with(Field.BEARER_TOKEN, "env:NO_SUCH_VARIABLE_OF_SPOTDOCK"));
            WebhookModel model = entered(place);
            SecretAnswer token = model.form().secret(Field.BEARER_TOKEN);

            assertThat(model.form().way().get()).isEqualTo(SignInWay.BEARER);
            assertThat(token.remark().get().kind()).isEqualTo(Remark.Kind.LOOK);
            assertThat(token.remark().get().text().key()).isEqualTo("fault.secret.missing");
            token.text().set(SECRET);

            assertThat(place.draft().get().text(Field.BEARER_TOKEN))
                    .contains("entered:webhook.authentication.bearer-token");
            assertThat(token.remark().get()).isEqualTo(Remark.NONE);
        }
    }

    @Test
    void aSecretThatThisSetupDoesNotHoldHasToBeTypedAgain() {
        try (TestPlace place = guide()) {
            place.publish(draft -> draft.with(Field.BEARER_TOKEN, "entered:webhook.authentication.bearer-token"));

            WebhookModel model = entered(place);

            assertThat(model.firstFault()).contains(Field.BEARER_TOKEN);
        }
    }

    @Test
    void headersParametersAndASignatureGoWithIt() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            Form form = model.form();
            form.urlParams().add();
            form.urlParams().rows().getFirst().name().set("tenant");
            form.urlParams().rows().getFirst().value().set("acme");
            form.headers().add();
            form.headers().rows().getFirst().name().set("Authorization");
            form.headers().rows().getFirst().value().set("x");
            assertThat(form.headers().rows().getFirst().fault().get()).isPresent();
            assertThat(model.firstFault()).contains(Field.HEADERS);
            form.headers().rows().getFirst().name().set("X-Team");
            form.sign(true);
            assertThat(model.firstFault()).contains(Field.SIGNATURE_SECRET);
            form.secret(Field.SIGNATURE_SECRET).text().set(SECRET);
            settle(place);
            assertThat(form.summary()).isEqualTo(Fault.of("wizard.webhook.advanced.summary", 1, 1, 1));

            press(model, "wizard.webhook.create");

            assertThat(registered(place).urlParams()).isEqualTo(Map.of("tenant", "acme"));
            assertThat(registered(place).signature()).isPresent();
            form.headers().rows().getFirst().remove();
            form.sign(false);
            assertThat(place.draft().get().map(Field.HEADERS)).isEmpty();
            assertThat(place.draft().get().has(Field.SIGNATURE_HEADER)).isFalse();
        }
    }

    @Test
    void aRowWithoutANameAndANameThatIsThereTwiceAreFaults() {
        try (TestPlace place = guide()) {
            Form form = entered(place).form();
            form.urlParams().add();
            form.urlParams().rows().getFirst().value().set("acme");

            assertThat(form.firstFault()).contains(Field.URL_PARAMS);
            form.urlParams().rows().getFirst().name().set("tenant");
            assertThat(form.firstFault()).isEmpty();
            form.urlParams().add();
            form.urlParams().rows().getLast().name().set("tenant");
            assertThat(form.urlParams().rows().getLast().fault().get())
                    .contains(Fault.of("wizard.webhook.pair.twice", "tenant"));
        }
    }

    @Test
    void theOrgsOwnWebhookIsUpdatedWithADiff() {
        try (TestPlace place = guide()) {
            press(entered(place), "wizard.webhook.create");
            place.learn(known -> known.withWebhook(Optional.empty()));
            place.publish(draft -> draft.with(Field.PREFIX, "elsewhere/"));

            WebhookModel model = entered(place);

            Sight.Planned planned = (Sight.Planned) model.sight().get();
            assertThat(Found.webhook(planned.plan()).orElseThrow()).isInstanceOf(Change.Update.class);
            press(model, "wizard.webhook.update");
            assertThat(registered(place).storage().orElseThrow().prefix().value())
                    .isEqualTo("elsewhere/");
        }
    }

    @Test
    void aWebhookThatIsAsItShouldBeNeedsNothing() {
        try (TestPlace place = guide()) {
            press(entered(place), "wizard.webhook.create");
            place.learn(known -> known.withWebhook(Optional.empty()));
            place.went.clear();

            WebhookModel model = entered(place);

            assertThat(model.sight().get()).isEqualTo(new Sight.Done());
            press(model, "wizard.continue");
            assertThat(place.went).containsExactly("next");
        }
    }

    @Test
    void aWebhookThatOthersMadeIsChangedOnAWordOnly() {
        try (TestPlace place = guide()) {
            press(entered(place), "wizard.webhook.create");
            Webhook theirs = registered(place);
            thoughtSpot(place).delete(theirs.serverId().orElseThrow());
            thoughtSpot(place)
                    .create(new Webhook(
                            Optional.empty(),
                            "Somebody_Elses",
                            theirs.url(),
                            Optional.empty(),
                            Map.of(),
                            new WebhookAuthentication.None(),
                            Optional.empty(),
                            Map.of(),
                            theirs.storage(),
                            Optional.empty()));
            place.learn(known -> known.withWebhook(Optional.empty()));
            WebhookModel model = entered(place);

            assertThat(model.footer().get().commands())
                    .singleElement()
                    .satisfies(write -> assertThat(write.enabled()).isFalse());
            model.changeAnyway();

            press(model, "wizard.webhook.update");
            assertThat(registered(place).name()).isEqualTo("Webhook_S3");
        }
    }

    @Test
    void deliveriesAreSwitchedOffAndOnAgainAndNothingIsEnteredWhereNothingChanges() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            assertThat(model.delivering().get()).isTrue();
            press(model, "wizard.webhook.create");
            assertThat(place.draft().get().has(Field.ENABLED)).isFalse();

            model.deliver(false);
            settle(place);
            press(model, "wizard.webhook.update");

            assertThat(registered(place).isDisabled()).isTrue();
            assertThat(model.delivering().get()).isFalse();
            model.deliver(true);
            settle(place);
            press(model, "wizard.webhook.update");
            assertThat(registered(place).isDisabled()).isFalse();
        }
    }

    @Test
    void oneThatIsSwitchedOffIsShownSoAndStaysSoUnlessSaidOtherwise() {
        try (TestPlace place = guide()) {
            press(entered(place), "wizard.webhook.create");
            Webhook made = registered(place);
            thoughtSpot(place)
                    .update(made.serverId().orElseThrow(), made.withEnabled(false), Set.of(WebhookField.ENABLED));
            place.learn(known -> known.withWebhook(Optional.empty()));

            WebhookModel model = entered(place);

            assertThat(model.delivering().get()).isFalse();
            assertThat(model.sight().get()).isEqualTo(new Sight.Done());
        }
    }

    @Test
    void secretsThatStandElsewhereAreSentAgainOnRequest(@TempDir Path folder) throws IOException {
        try (TestPlace place = guide()) {
            Path file = Files.writeString(folder.resolve("token"), SECRET);
            place.publish(draft -> draft.with(Field.BEARER_TOKEN, "file:" + file));
            WebhookModel model = entered(place);
            assertThat(model.canRenew()).as("a new webhook gets them anyway").isFalse();
            press(model, "wizard.webhook.create");
            assertThat(model.canRenew()).isTrue();

            model.wantRenewal(true);
            settle(place);

            Sight.Planned planned = (Sight.Planned) model.sight().get();
            Change.Update update = (Change.Update) Found.webhook(planned.plan()).orElseThrow();
            assertThat(update.differences())
                    .singleElement()
                    .satisfies(only -> assertThat(only.note()).contains("note.secret-replaced"));
            press(model, "wizard.webhook.update");
            assertThat(model.renewalWanted().get()).isFalse();
            assertThat(model.sight().get()).isEqualTo(new Sight.Done());
            model.form().secret(Field.BEARER_TOKEN).text().set("typed");
            assertThat(model.canRenew())
                    .as("typed secrets are sent without a word")
                    .isFalse();
        }
    }

    @Test
    void theWebhookIsRemovedAfterAQuestionAndCanBeMadeAgain() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            assertThat(model.removing().isPossible()).isFalse();
            press(model, "wizard.webhook.create");
            assertThat(model.removing().isPossible()).isTrue();

            model.removing().ask();
            model.removing().dismiss();
            assertThat(thoughtSpot(place).webhooks()).hasSize(1);
            model.removing().ask();
            model.removing().remove();

            assertThat(thoughtSpot(place).webhooks()).isEmpty();
            assertThat(thoughtSpot(place).channels().channels()).containsExactly(Channel.EMAIL);
            assertThat(model.removing().phase().get()).isEqualTo(new Removing.Phase.Gone("Webhook_S3"));
            assertThat(model.standing().get().kind()).isEqualTo(Kind.TO_DO);
            assertThat(place.went).containsExactly("next");
            press(model, "wizard.webhook.create");
            assertThat(thoughtSpot(place).webhooks()).hasSize(1);
        }
    }

    @Test
    void oneThatOthersMadeIsRemovedOnAWordAndComesBackByUndoing() {
        try (TestPlace place = guide()) {
            thoughtSpot(place).create(somebodyElses(registeredElsewhere(place)));
            WebhookModel model = entered(place);

            model.removing().ask();
            Removing.Phase.Asking asking =
                    (Removing.Phase.Asking) model.removing().phase().get();
            assertThat(Found.webhook(asking.plan()).orElseThrow()).isInstanceOf(Change.Conflict.class);
            model.removing().remove();
            assertThat(thoughtSpot(place).webhooks()).isEmpty();

            place.setup().undo(place.draft().get().check().good().orElseThrow(), io.spotdock.service.Event.Sink.NONE);
            assertThat(registered(place).name()).isEqualTo("Somebody_Elses");
        }
    }

    @Test
    void anotherOneThanThePersonSawIsNotRemoved() {
        try (TestPlace place = guide()) {
            press(entered(place), "wizard.webhook.create");
            place.learn(known -> known.withWebhook(Optional.empty()));
            WebhookModel model = entered(place);
            model.removing().ask();
            String id = registered(place).serverId().orElseThrow();
            thoughtSpot(place).delete(id);
            thoughtSpot(place).create(somebodyElses(registeredElsewhere(place)));

            model.removing().remove();

            assertThat(model.sight().get()).isInstanceOf(Sight.Stopped.class);
            assertThat(thoughtSpot(place).webhooks()).hasSize(1);
        }
    }

    private static String registeredElsewhere(TestPlace place) {
        return place.sandbox.access().receiver().toString();
    }

    private static Webhook somebodyElses(String url) {
        return new Webhook(
                Optional.empty(),
                "Somebody_Elses",
                url,
                Optional.empty(),
                Map.of(),
                new WebhookAuthentication.None(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void withoutAConnectionTheWayToHostingIsShown() {
        try (TestPlace place = TestPlace.aws().withGuide().signedIn()) {
            WebhookModel model = entered(place);

            assertThat(model.sight().get()).isEqualTo(new Sight.Unconnected());
            model.footer().get().note().mend().orElseThrow().run();
            assertThat(place.went).containsExactly("HOSTING");
        }
    }

    @Test
    void theRequestIsSavedForSomebodyWhoMaySendItAndTheJourneyMayGoOn(@TempDir Path folder) throws IOException {
        try (TestPlace place = TestPlace.aws().withGuide().signedIn().choosing(folder)) {
            WebhookModel model = entered(place);
            model.form().choose(SignInWay.BEARER);
            model.form().secret(Field.BEARER_TOKEN).text().set(SECRET);

            model.saveRequest("title", TEXTS::get);

            assertThat(Files.readString(folder.resolve("webhook-request.json")))
                    .contains("Webhook_S3")
                    .doesNotContain(SECRET);
            assertThat(model.standing().get().kind()).isEqualTo(Kind.LOOK);
            press(model, "wizard.continue");
            model.form().line(Field.WEBHOOK_NAME).text().set("Another");
            assertThat(model.standing().get().kind()).isEqualTo(Kind.TO_DO);
        }
    }

    @Test
    void whoMayNotChangeTheChannelStillMakesTheWebhook() {
        try (TestPlace place = guide()) {
            var connected = place.setup()
                    .connect(
                            new ThoughtSpotHost(place.sandbox.access().thoughtSpot()),
                            new SignIn.Password("webhook-manager", Secret.of("sandbox-password")),
                            Optional.of("Primary"));
            place.learn(known -> known.withThoughtSpot(Optional.of(connected)));
            WebhookModel model = entered(place);

            assertThat(model.channelWanted().get()).isFalse();
            press(model, "wizard.webhook.create");

            assertThat(thoughtSpot(place).webhooks()).hasSize(1);
        }
    }

    @Test
    void theUrlIsProbedOnceItHasSettled() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            model.form().line(Field.WEBHOOK_URL).text().set("http://127.0.0.1:1/nobody");
            settle(place);
            assertThat(model.urlRemark().get()).isEqualTo(Remark.of(Remark.Kind.LOOK, "wizard.webhook.url.silent"));

            model.form()
                    .line(Field.WEBHOOK_URL)
                    .text()
                    .set(place.sandbox.access().receiver().toString());
            assertThat(model.urlRemark().get()).isEqualTo(Remark.NONE);
            settle(place);

            assertThat(model.urlRemark().get().kind()).isIn(Remark.Kind.GOOD, Remark.Kind.KNOW);
            model.form().line(Field.WEBHOOK_URL).text().set("http://example.com/hook");
            assertThat(model.urlRemark().get().text().key()).isEqualTo("fault.webhook-url.https");
        }
    }

    @Test
    void whatFailsIsSaidAndLookedAtAgain() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            place.sandbox.faults().set("ts-reject-token", "");

            press(model, "wizard.webhook.create");

            assertThat(model.sight().get()).isInstanceOf(Sight.Stopped.class);
            assertThat(model.standing().get().kind()).isEqualTo(Kind.FAULT);
            place.sandbox.faults().clear("ts-reject-token");
            press(model, "wizard.try-again");
            press(model, "wizard.webhook.create");
            assertThat(model.standing().get().kind()).isEqualTo(Kind.DONE);
        }
    }

    @Test
    void anotherEntryAfterwardsMakesTheStepOneToDoAgain() {
        try (TestPlace place = guide()) {
            WebhookModel model = entered(place);
            press(model, "wizard.webhook.create");

            model.form().line(Field.WEBHOOK_NAME).text().set("Another");

            assertThat(model.standing().get().kind()).isEqualTo(Kind.TO_DO);
        }
    }

    private static final String OF_THE_CLOUD_TEAM = "arn:aws:iam::999888777666:role/thoughtspot-s3-upload";

    @Test
    void aRoleOfTheCloudTeamThatWouldKeepFilesFromComingTakesAPersonsWord() {
        try (TestPlace place = guide()) {
            place.publish(draft -> draft.with(Field.ROLE_ARN, OF_THE_CLOUD_TEAM));
            WebhookModel model = entered(place);
            settle(place);

            Sight.Planned planned = (Sight.Planned) model.sight().get();
            assertThat(planned.readiness().wrong())
                    .extracting(CheckResult::id)
                    .contains("bucket.exists", "role.exists");
            assertThat(model.footer().get().commands()).noneMatch(Command::enabled);
            model.apply();
            assertThat(thoughtSpot(place).webhooks()).isEmpty();

            model.trustRole();
            press(model, "wizard.webhook.create");
            assertThat(registered(place).storage().orElseThrow().roleArn()).isEqualTo(OF_THE_CLOUD_TEAM);
        }
    }

    @Test
    void aRoleOfTheCloudTeamThatIsAsItMustBeIsReliedOnWithoutAQuestion() {
        try (TestPlace place = guide()) {
            Settings whole = place.draft().get().check().good().orElseThrow();
            Plan plan = place.setup().plan(whole, Scope.AWS, Set.of());
            place.setup().apply(whole, plan, Scope.AWS, Set.of(), Event.Sink.NONE);
            place.publish(draft -> draft.with(Field.ROLE_ARN, OF_THE_CLOUD_TEAM));
            WebhookModel model = entered(place);
            settle(place);

            assertThat(((Sight.Planned) model.sight().get()).readiness().wrong())
                    .isEmpty();
            press(model, "wizard.webhook.create");
            assertThat(thoughtSpot(place).webhooks()).hasSize(1);
        }
    }
}
