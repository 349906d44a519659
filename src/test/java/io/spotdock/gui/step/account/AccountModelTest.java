package io.spotdock.gui.step.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.gui.step.account.SignInModel.Ask;
import io.spotdock.port.SsoSignIn.DeviceCode;
import io.spotdock.sandbox.aws.state.AccessKey;
import io.spotdock.sandbox.control.CallLog;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Applied;
import io.spotdock.service.Known;
import io.spotdock.settings.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountModelTest {
    private static final String TWO = """
            [default]
            region = us-east-1
            KEYS
            [profile audit]
            role_arn = arn:aws:iam::999888777666:role/audit
            source_profile = default
            mfa_serial = arn:aws:iam::999888777666:mfa/maria
            [profile only-a-region]
            region = eu-central-1
            """;

    @TempDir
    private Path home;

    private final List<String> opened = new ArrayList<>();
    private TestPlace place;
    private AccountModel model;

    @BeforeEach
    void open() {
        at(TestPlace.aws());
    }

    @AfterEach
    void close() {
        place.close();
    }

    private void at(TestPlace where) {
        if (place != null) place.close();
        place = where;
        model = new AccountModel(place, page -> opened.add(page.toString()));
    }

    private void choose(String name) {
        model.choose(model.ways().get().stream()
                .filter(way -> way.name().equals(Standing.plain(name)))
                .findFirst()
                .orElseThrow());
        place.operations.pass(AccountModel.SETTLED);
    }

    private String draft(Field field) {
        return place.draft().get().text(field).orElse("");
    }

    private List<Right.State> states() {
        return model.rights().rights().get().stream().map(Right::state).toList();
    }

    private List<String> actions() {
        return place.sandbox.calls().calls().stream().map(CallLog.Call::action).toList();
    }

    /** Somebody else's account, in the credentials file. */
    private void other(String account, String region, String profile) {
        AccessKey key = place.sandbox.aws().addAccount(new AccountId(account), new RegionName(region));
        Computer.in(home)
                .write(
                        "credentials",
                        "[%s]\naws_access_key_id = %s\naws_secret_access_key = %s\nregion = %s\n"
                                .formatted(profile, key.id(), key.secret(), region));
    }

    @Test
    void theOnlyWayThereIsIsTakenAtOnce() {
        assertThat(model.standing().get()).isEqualTo(Standing.TO_DO);
        assertThat(model.footer().get().note().text()).isEqualTo(Fault.of("wizard.account.footer.sign-in"));
        model.enter();
        assertThat(model.ways().get())
                .extracting(Way::name, Way::line)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Fault.of("wizard.account.environment"),
                        Fault.of("wizard.account.environment.line", "AWS_ACCESS_KEY_ID")));
        assertThat(model.caller().get()).map(Caller::account).contains(new AccountId("999888777666"));
        assertThat(draft(Field.ACCOUNT)).isEqualTo("999888777666");
        assertThat(draft(Field.REGION)).isEqualTo("us-east-1");
        assertThat(draft(Field.PROFILE)).isEmpty();
        assertThat(model.standing().get()).isEqualTo(Standing.done("999888777666"));
        assertThat(model.footer().get().note()).isEqualTo(Footer.Note.NOTHING_CHANGED);
        assertThat(place.sandbox.calls().calls()).noneMatch(CallLog.Call::write);
    }

    @Test
    void inASandboxThereIsOneWayMadeForIt() {
        at(TestPlace.aws().sandboxed());
        model.enter();
        assertThat(model.ways().get()).extracting(Way::name).containsExactly(Standing.plain("sandbox"));
        assertThat(model.caller().get()).isPresent();
    }

    @Test
    void amongSeveralThePersonChoosesAndArrowsSignInOnce() {
        at(Computer.in(home).place(TWO));
        model.enter();
        assertThat(model.ways().get())
                .extracting(Way::line)
                .containsExactly(
                        Fault.of("wizard.account.access-key-in", "us-east-1"),
                        Fault.of("wizard.account.assumed-role-code"));
        assertThat(model.chosen().get()).isEmpty();
        assertThat(actions()).isEmpty();
        model.choose(model.ways().get().getLast());
        model.choose(model.ways().get().getFirst());
        assertThat(actions()).isEmpty();
        place.operations.pass(AccountModel.SETTLED);
        assertThat(actions().stream().filter("GetCallerIdentity"::equals)).hasSize(1);
        assertThat(draft(Field.PROFILE)).isEqualTo("default");
    }

    @Test
    void theDraftsProfileIsTakenAtOnce() {
        at(Computer.in(home).place(TWO));
        place.publish(draft -> draft.with(Field.PROFILE, "default"));
        model.enter();
        assertThat(model.caller().get()).isPresent();
    }

    @Test
    void anotherProfileIsAnotherAccount() {
        at(Computer.in(home).place("[default]\nKEYS\n"));
        other("111122223333", "eu-central-1", "elsewhere");
        model.enter();
        choose("default");
        choose("elsewhere");
        assertThat(draft(Field.ACCOUNT)).isEqualTo("111122223333");
        assertThat(draft(Field.PROFILE)).isEqualTo("elsewhere");
        assertThat(draft(Field.REGION)).isEqualTo("eu-central-1");
        assertThat(model.standing().get()).isEqualTo(Standing.done("111122223333"));
    }

    @Test
    void aRegionThatWasEnteredStays() {
        place.publish(draft -> draft.with(Field.REGION, "eu-west-1"));
        model.enter();
        assertThat(draft(Field.REGION)).isEqualTo("eu-west-1");
    }

    @Test
    void anAccountThatTheSettingsExpectIsNotSilentlyReplaced() {
        place.publish(draft -> draft.with(Field.ACCOUNT, "111122223333"));
        model.enter();
        assertThat(model.refusal().get()).contains(Fault.of("wizard.account.other", "111122223333", "999888777666"));
        assertThat(model.standing().get()).isEqualTo(Standing.fault(Fault.of("wizard.account.standing.other")));
        assertThat(model.footer().get().commands()).singleElement().matches(next -> !next.enabled());
        assertThat(model.rights().rights().get()).isEmpty();
        assertThat(draft(Field.ACCOUNT)).isEqualTo("111122223333");
        assertThat(model.mayTakeAccount()).isTrue();
        model.takeAccount();
        assertThat(draft(Field.ACCOUNT)).isEqualTo("999888777666");
        assertThat(model.standing().get()).isEqualTo(Standing.done("999888777666"));
    }

    @Test
    void onceSomethingWasMadeTheAccountStays() {
        at(TestPlace.aws().withGuide());
        Known.Made made = new Known.Made(
                place.draft().get().check().good().orElseThrow(), new Applied(List.of(), Optional.empty(), false));
        place.learn(known -> known.withAws(Optional.of(made)));
        place.publish(draft -> draft.with(Field.ACCOUNT, "111122223333"));
        model.enter();
        assertThat(model.refusal().get()).isPresent();
        assertThat(model.mayTakeAccount()).isFalse();
    }

    @Test
    void anotherPartitionIsRefusedWhileThoughtSpotRunsOnAws() {
        at(new Computer(home, inGovCloud()).place("[default]\nregion = us-gov-west-1\nKEYS\n"));
        place.publish(draft -> draft.with(Field.HOSTING, "aws"));
        model.enter();
        assertThat(model.caller().get()).map(Caller::partition).contains(Partition.AWS_US_GOV);
        assertThat(model.refusal().get()).contains(Fault.of("fault.partition", "aws-us-gov"));
        assertThat(model.standing().get()).isEqualTo(Standing.fault(Fault.of("wizard.account.standing.partition")));
        assertThat(model.mayTakeAccount()).isFalse();
        assertThat(draft(Field.ACCOUNT)).isEmpty();
        place.publish(draft -> draft.with(Field.HOSTING, "gcp"));
        assertThat(model.refusal().get()).isEmpty();
    }

    private static SandboxOptions inGovCloud() {
        return SandboxOptions.aws().withRegion(new RegionName("us-gov-west-1"));
    }

    @Test
    void allRightsAreToldWithTheActionsTheyAreKnownBy() {
        model.enter();
        assertThat(model.rights().rights().get())
                .extracting(Right::actions)
                .containsExactly(
                        "sts:GetCallerIdentity",
                        "iam:GetRole",
                        "iam:CreateRole",
                        "iam:UpdateAssumeRolePolicy",
                        "iam:PutRolePolicy",
                        "s3:CreateBucket",
                        "s3:PutBucketPublicAccessBlock",
                        "s3:PutObject, s3:DeleteObject");
        assertThat(states()).containsOnly(Right.State.ALLOWED);
        assertThat(model.rights().summary()).isEqualTo(Fault.of("wizard.account.all-allowed", 8));
    }

    @Test
    void onGoogleCloudTheIdentityProviderCountsToo() {
        place.publish(draft -> draft.with(Field.HOSTING, "gcp"));
        model.enter();
        assertThat(model.rights().rights().get().getLast().actions()).isEqualTo("iam:CreateOpenIDConnectProvider");
    }

    @Test
    void rowsFillInAsAwsAnswers() {
        place.operations.hold();
        model.enter();
        place.operations.release();
        place.operations.hold();
        model.rights().again();
        assertThat(states().subList(0, 3)).containsExactly(Right.State.ALLOWED, Right.State.RUNNING, Right.State.TO_DO);
        assertThat(model.rights().summary()).isEqualTo(Fault.of("wizard.account.checked", 1, 8));
        assertThat(model.footer().get().commands()).singleElement().matches(Footer.Command::enabled);
        place.operations.release();
        assertThat(states()).containsOnly(Right.State.ALLOWED);
    }

    @Test
    void aRightThatIsMissingIsNamedAndDoesNotStopAnyone() {
        place.sandbox.faults().set("deny", "iam:CreateRole");
        model.enter();
        Right create = model.rights().rights().get().get(2);
        assertThat(create.state()).isEqualTo(Right.State.REFUSED);
        assertThat(create.said())
                .contains(Fault.of(
                        "wizard.account.may-not", "arn:aws:iam::999888777666:user/administrator", "iam:CreateRole"));
        assertThat(model.rights().summary()).isEqualTo(Fault.of("wizard.account.not-allowed", 1));
        assertThat(model.standing().get()).isEqualTo(Standing.look(Fault.of("wizard.account.not-allowed", 1)));
    }

    @Test
    void withoutANameForTheBucketARefusalIsNoneYet() {
        place.sandbox.faults().set("deny", "s3:CreateBucket");
        model.enter();
        Right create = model.rights().rights().get().get(5);
        assertThat(create.state()).isEqualTo(Right.State.UNTOLD);
        assertThat(create.said()).contains(Fault.of("check.may.not-any"));
        place.publish(draft -> draft.with(Field.BUCKET_NAME, "my-company-data-exports"));
        model.enter();
        assertThat(model.rights().rights().get().get(5).state()).isEqualTo(Right.State.REFUSED);
    }

    @Test
    void whoMayNotSimulateIsToldThatAwsDidNotSayAndAskedOnce() {
        place.sandbox.faults().set("deny", "iam:SimulatePrincipalPolicy");
        model.enter();
        assertThat(states().subList(1, 8)).containsOnly(Right.State.UNTOLD);
        assertThat(actions().stream().filter("SimulatePrincipalPolicy"::equals)).hasSize(1);
        assertThat(model.rights().summary()).isEqualTo(Fault.of("wizard.account.some-allowed", 1, 8));
    }

    @Test
    void keysThatAreNotAcceptedAreSaidToBe() {
        at(Computer.in(home)
                .place("[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = nothing\n"));
        model.enter();
        assertThat(model.signIn().notice().get()).map(Notice::title).contains(Fault.of("wizard.account.keys-refused"));
        assertThat(model.caller().get()).isEmpty();
        assertThat(model.firstFault()).contains(Field.PROFILE);
    }

    @Test
    void whereThereIsNoWayOneIsToldSoAndMayTypeKeys() {
        at(Computer.in(home).place(""));
        model.enter();
        assertThat(model.ways().get()).isEmpty();
        assertThat(model.lookedEverywhere().get()).isTrue();
        model.askForKeys();
        assertThat(model.signIn().ask().get()).isEqualTo(Ask.KEYS);
        KeysForm keys = model.signIn().keys();
        Secret wrong = Secret.of("wrong");
        keys.id().text().set("no key");
        model.signIn().enterKeys(wrong, Secret.of(""));
        assertThat(keys.id().fault().get()).isPresent();
        assertWiped(wrong);
        keys.id().text().set(place.sandbox.access().accessKeyId());
        Secret right = Secret.of(place.sandbox.access().secretAccessKey());
        model.signIn().enterKeys(right, Secret.of(""));
        assertThat(model.caller().get()).isPresent();
        assertThat(draft(Field.PROFILE)).isEmpty();
        assertThat(states()).containsOnly(Right.State.ALLOWED);
        assertThat(place.draft().get().texts().values())
                .doesNotContain(place.sandbox.access().secretAccessKey());
        place.setup().signOut();
        assertWiped(right);
    }

    @Test
    void lookingAgainFindsWhatWasAddedMeanwhile() {
        at(Computer.in(home).place(""));
        model.enter();
        other("111122223333", "eu-central-1", "new");
        model.look();
        assertThat(model.caller().get()).map(Caller::account).contains(new AccountId("111122223333"));
    }

    @Test
    void aConfigurationThatIsIllegibleIsSaidToBe() {
        at(Computer.in(home).place("[default\nnonsense"));
        model.enter();
        assertThat(model.notice().get()).map(notice -> notice.title().key()).contains("fault.aws.profile.malformed");
    }

    @Test
    void aProfileThatWantsACodeIsAskedForIt() {
        at(Computer.in(home).place(TWO));
        model.enter();
        choose("audit");
        assertThat(model.signIn().ask().get()).isEqualTo(Ask.CODE);
        assertThat(model.signIn().device().get()).isEqualTo("arn:aws:iam::999888777666:mfa/maria");
        model.signIn().code().text().set("12");
        model.signIn().enterCode();
        assertThat(model.signIn().code().fault().get()).contains(Fault.of("fault.mfa-code"));
        model.signIn().code().text().set("123 456");
        model.signIn().enterCode();
        // The role is not there; what matters is that AWS was asked with the code.
        assertThat(actions()).contains("AssumeRole");
        assertThat(model.signIn().notice().get()).isPresent();
    }

    @Test
    void anSsoSignInThatHasRunOutLeadsToAPageOfAws() {
        Page page = new Page(home);
        at(Computer.in(home).with(page).place(Page.CONFIG));
        page.keys = "aws_access_key_id = %s\naws_secret_access_key = %s"
                .formatted(
                        place.sandbox.access().accessKeyId(),
                        place.sandbox.access().secretAccessKey());
        model.enter();
        choose("production");
        assertThat(page.asked).isEqualTo("production");
        assertThat(model.caller().get()).isPresent();
        assertThat(model.signIn().ask().get()).isEqualTo(Ask.NOTHING);
    }

    @Test
    void whileAwsWaitsTheCodeIsShownAndHowLongItIsGood() {
        Page page = new Page(home);
        at(Computer.in(home).with(page).place(Page.CONFIG));
        model.enter();
        SsoModel sso = model.signIn().sso();
        page.meanwhile = () -> {
            assertThat(model.signIn().ask().get()).isEqualTo(Ask.SSO);
            assertThat(sso.profile().get()).isEqualTo("production");
            assertThat(sso.code().get()).map(DeviceCode::userCode).contains("WDDM-QKXP");
            sso.open();
            assertThat(opened).containsExactly("https://device.sso.us-east-1.amazonaws.com/?user_code=WDDM-QKXP");
            Duration before = sso.left().get();
            place.operations.pass(Duration.ofSeconds(20));
            assertThat(sso.left().get()).isEqualTo(before.minusSeconds(20));
        };
        choose("production");
        assertThat(sso.code().get()).isEmpty();
    }

    @Test
    void aCodeThatRanOutCanBeAskedForAnew() {
        Page page = new Page(home);
        at(Computer.in(home).with(page).place(Page.CONFIG));
        model.enter();
        page.expires = true;
        choose("production");
        assertThat(model.signIn().ask().get()).isEqualTo(Ask.SSO);
        assertThat(model.signIn().sso().notice().get())
                .map(Notice::title)
                .contains(Fault.of("sign-in.aws-sso-code", "production"));
        page.expires = false;
        page.asked = "";
        model.signIn().sso().again();
        assertThat(page.asked).isEqualTo("production");
    }

    private static void assertWiped(Secret secret) {
        assertThatThrownBy(() -> secret.use(String::length)).isInstanceOf(IllegalStateException.class);
    }
}
