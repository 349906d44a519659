package io.spotdock.gui.step.account;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.Secret;
import io.spotdock.gui.step.Entry;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Pages;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.service.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Being signed in by a way: at once, or after a page, a code or keys were asked for. */
public final class SignInModel {
    /** What a person has to do before they are signed in. */
    public enum Ask {
        NOTHING,
        SSO,
        CODE,
        KEYS
    }

    /** Where it leads to. */
    public interface Entrance {
        /**
         * Signing in, which blocks.
         *
         * @return what is to happen on the front's thread when that has succeeded
         */
        Supplier<Runnable> entering(Way way, SignIn how);

        /** Access was allowed on AWS's page. */
        void allowed();
    }

    private final Entrance entrance;
    private final Activity signingIn;
    private final SsoModel sso;
    private final KeysForm keys = new KeysForm();
    private final Entry code = new Entry(text -> MfaCode.parse(text).bad());
    private final ReadOnlyObjectWrapper<Optional<Way>> way = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Ask> ask = new ReadOnlyObjectWrapper<>(Ask.NOTHING);
    private final ReadOnlyObjectWrapper<String> device = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param pages opens AWS's page for signing in by SSO */
    public SignInModel(Place place, Pages pages, Entrance entrance) {
        this.entrance = entrance;
        signingIn = new Activity(place.operations());
        sso = new SsoModel(place, pages, entrance::allowed);
    }

    public ReadOnlyObjectProperty<Ask> ask() {
        return ask.getReadOnlyProperty();
    }

    /** The way that is signed in by. */
    public ReadOnlyObjectProperty<Optional<Way>> way() {
        return way.getReadOnlyProperty();
    }

    /** Why it came to nothing. */
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    public Activity signingIn() {
        return signingIn;
    }

    public SsoModel sso() {
        return sso;
    }

    public KeysForm keys() {
        return keys;
    }

    public Entry code() {
        return code;
    }

    /** The device that shows the code. */
    public ReadOnlyObjectProperty<String> device() {
        return device.getReadOnlyProperty();
    }

    public void begin(Way wanted) {
        stop();
        way.set(Optional.of(wanted));
        Optional<String> out = wanted.signedOutOf();
        if (wanted.how().isEmpty()) ask.set(Ask.KEYS);
        else if (out.isPresent()) askOnPage(out.get());
        else start(wanted.how().get());
    }

    /** Asks at once for what it takes to be back in by this way; where that is to be done elsewhere, for nothing. */
    public void resume(Way wanted, WayBack back) {
        stop();
        way.set(Optional.of(wanted));
        switch (back) {
            case WayBack.Page(String profile) -> askOnPage(profile);
            case WayBack.Code(String asked) -> askForCode(asked);
            case WayBack.Keys _ -> ask.set(Ask.KEYS);
            case WayBack.Elsewhere _ -> {}
        }
    }

    /** Begins anew by the same way. */
    public void again() {
        way.get().ifPresent(this::begin);
    }

    public void stop() {
        signingIn.cancel();
        sso.stop();
        notice.set(Optional.empty());
        ask.set(Ask.NOTHING);
    }

    private void askOnPage(String profile) {
        ask.set(Ask.SSO);
        sso.begin(profile);
    }

    private void start(SignIn how) {
        Way by = way.get().orElseThrow();
        notice.set(Optional.empty());
        signingIn.start(entrance.entering(by, how), Ending.of(this::done, this::refused, () -> {}));
    }

    private void done(Runnable then) {
        ask.set(Ask.NOTHING);
        code.text().set("");
        keys.id().text().set("");
        then.run();
    }

    private void refused(Failure failure) {
        switch (failure) {
            case Failure.Expired(String signIn, List<String> names, String _)
            when signIn.equals("sign-in.aws-sso") -> askOnPage(names.getFirst());
            case Failure.Expired(String signIn, List<String> names, String _)
            when signIn.equals("sign-in.aws-mfa") -> askForCode(names.getLast());
            case Failure.Expired(String signIn, List<String> _, String _)
            when signIn.equals("sign-in.aws-mfa-code") -> code.refuse(Fault.of("wizard.account.code-refused"));
            case Failure.Expired expired -> notice.set(Optional.of(refused(expired)));
            // Such a sentence says what to do.
            case Failure.Invalid invalid ->
                notice.set(Optional.of(Notice.danger(invalid.fault(), Standing.plain(""), invalid.said())));
            case Failure.Denied _,
                    Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> notice.set(Optional.of(Notice.of(failure)));
        }
    }

    private void askForCode(String serial) {
        device.set(serial);
        ask.set(Ask.CODE);
    }

    private static Notice refused(Failure.Expired expired) {
        if (expired.signIn().equals("sign-in.aws-rejected"))
            return Notice.danger(
                    Fault.of("wizard.account.keys-refused"),
                    Fault.of("wizard.account.keys-refused.text"),
                    expired.said());
        return Notice.danger(
                new Fault(expired.signIn(), expired.arguments()),
                Fault.of("wizard.account.another-way"),
                expired.said());
    }

    /** Signs in with the code that was entered. */
    public void enterCode() {
        Optional<MfaCode> good = MfaCode.parse(code.value()).good();
        if (good.isEmpty()) code.left();
        else way.get().flatMap(Way::how).ifPresent(how -> start(how.with(good.get())));
    }

    /**
     * Signs in with the keys that were typed.
     *
     * @param session may be empty
     */
    public void enterKeys(Secret secret, Secret session) {
        keys.signIn(secret, session).ifPresent(this::start);
    }
}
