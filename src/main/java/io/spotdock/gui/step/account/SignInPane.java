package io.spotdock.gui.step.account;

import io.spotdock.gui.control.Section;
import io.spotdock.gui.step.account.SignInModel.Ask;
import io.spotdock.text.Texts;
import java.util.Optional;

/** The forms by which one is signed in to AWS, one for each thing that a person may have to do. */
public final class SignInPane {
    private final SsoPanel sso;
    private final CodePanel code;
    private final KeysPanel keys;

    public SignInPane(SignInModel model, Texts texts) {
        sso = new SsoPanel(model.sso(), texts);
        code = new CodePanel(model, texts);
        keys = new KeysPanel(model, texts);
    }

    /** Empty where there is nothing to do. */
    public Optional<Section> section(Ask ask) {
        return switch (ask) {
            case SSO -> Optional.of(sso.section());
            case CODE -> Optional.of(code.section());
            case KEYS -> Optional.of(keys.section());
            case NOTHING -> Optional.empty();
        };
    }

    /** Puts the keyboard where one goes on; AWS's page is opened by a button that takes it by itself. */
    public void focus(Ask ask) {
        switch (ask) {
            case CODE -> code.focus();
            case KEYS -> keys.focus();
            case SSO, NOTHING -> {}
        }
    }
}
