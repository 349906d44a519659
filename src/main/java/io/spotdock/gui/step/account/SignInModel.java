package io.spotdock.gui.step.account;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.MfaCode;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.Secret;
import io.spotdock.gui.step.Entry;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Pages;
import io.spotdock.port.CloudConnector.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
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

    private final Place place;
    private final Function<Way, RegionName> region;
    private final BiConsumer<Way, Caller> signedIn;
    private final Activity signingIn;
    private final SsoModel sso;
    private final KeysForm keys = new KeysForm();
    private final Entry code = new Entry(text -> MfaCode.parse(text).bad());
    private final ReadOnlyObjectWrapper<Optional<Way>> way = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Ask> ask = new ReadOnlyObjectWrapper<>(Ask.NOTHING);
    private final ReadOnlyObjectWrapper<String> device = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param allowed called when access was allowed on AWS's page */
    SignInModel(
            Place place,
            Pages pages,
            Function<Way, RegionName> region,
            BiConsumer<Way, Caller> signedIn,
            Runnable allowed) {
        this.place = place;
        this.region = region;
        this.signedIn = signedIn;
        signingIn = new Activity(place.operations());
        sso = new SsoModel(place, pages, allowed);
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

    void begin(Way wanted) {
        stop();
        way.set(Optional.of(wanted));
        Optional<String> out = wanted.signedOutOf();
        if (wanted.how().isEmpty()) ask.set(Ask.KEYS);
        else if (out.isPresent()) askOnPage(out.get());
        else start(wanted.how().get());
    }

    /** Begins anew by the same way. */
    public void again() {
        way.get().ifPresent(this::begin);
    }

    void stop() {
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
        RegionName where = region.apply(by);
        signingIn.start(
                () -> place.setup().signIn(how, where), Ending.of(who -> done(by, who), this::refused, () -> {}));
    }

    private void done(Way by, Caller who) {
        ask.set(Ask.NOTHING);
        code.text().set("");
        keys.id().text().set("");
        signedIn.accept(by, who);
    }

    private void refused(Failure failure) {
        switch (failure) {
            case Failure.Expired(String signIn, List<String> names, String _)
            when signIn.equals("sign-in.aws-sso") -> askOnPage(names.getFirst());
            case Failure.Expired(String signIn, List<String> names, String _)
            when signIn.equals("sign-in.aws-mfa") -> {
                device.set(names.getLast());
                ask.set(Ask.CODE);
            }
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
