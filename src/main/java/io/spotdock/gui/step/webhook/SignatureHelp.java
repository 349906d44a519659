package io.spotdock.gui.step.webhook;

import io.spotdock.domain.signature.Example;
import io.spotdock.domain.signature.Example.Language;
import io.spotdock.gui.control.CodeView;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.control.Disclosure;
import io.spotdock.gui.control.Fact;
import io.spotdock.gui.control.FactsTable;
import io.spotdock.gui.control.Prose;
import io.spotdock.gui.control.Segmented;
import io.spotdock.gui.control.Token;
import io.spotdock.gui.look.Grid;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** How a receiver tells ThoughtSpot's calls from others: the scheme, an example, and code, for the header as it is typed. */
final class SignatureHelp extends VBox {
    private static final int LABELS = 96;

    private final Texts texts;
    private final Prose says = new Prose("", "hint");
    private final VBox facts = new VBox();
    private final Segmented<Language> languages;
    private final CodeView code;
    private final ObservableValue<String> header;

    SignatureHelp(ObservableValue<String> header, Texts texts) {
        this.header = header;
        this.texts = texts;
        languages = new Segmented<Language>(texts.get("wizard.webhook.check.language"))
                .add(Language.SHELL, texts.get("wizard.webhook.check.shell"))
                .add(Language.PYTHON, texts.get("wizard.webhook.check.python"))
                .add(Language.NODE, texts.get("wizard.webhook.check.node"))
                .add(Language.JAVA, texts.get("wizard.webhook.check.java"));
        languages.setValue(Language.SHELL);
        code = new CodeView(texts.get("wizard.webhook.check.code"), texts.get("wizard.webhook.check.code.says"));
        code.setButtons(new CopyButton(
                texts.get("wizard.webhook.check.code.copy"),
                texts.get("wizard.copied"),
                () -> example().code(language())));
        Disclosure disclosure = new Disclosure(texts.get("wizard.webhook.check"));
        disclosure.setContent(new VBox(Grid.FIELDS, says, facts, languages, code));
        header.subscribe(_ -> show());
        languages.valueProperty().subscribe(_ -> show());
        getChildren().add(disclosure);
    }

    private Example example() {
        return new Example(header.getValue());
    }

    private Language language() {
        Language chosen = languages.getValue();
        return chosen == null ? Language.SHELL : chosen;
    }

    private void show() {
        Example example = example();
        says.setSentence(texts.get("wizard.webhook.check.says", example.header()));
        facts.getChildren()
                .setAll(FactsTable.lined(
                                LABELS,
                                List.of(
                                        fact("wizard.webhook.check.secret", Example.SECRET),
                                        fact("wizard.webhook.check.body", Example.BODY),
                                        fact(
                                                "wizard.webhook.check.hex",
                                                example.signature().hex()),
                                        fact(
                                                "wizard.webhook.check.base64",
                                                example.signature().base64())))
                        .ruled());
        code.setLines(example.code(language())
                .lines()
                .map(line -> marked(line, example.header()))
                .toList());
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.get(key), value)
                .withEnd(new CopyButton(texts.get(key + ".copy"), texts.get("wizard.copied"), () -> value));
    }

    /** The header's name comes from the form. */
    private static List<Token> marked(String line, String header) {
        List<Token> tokens = new ArrayList<>();
        int from = 0;
        for (var place :
                Pattern.compile(Pattern.quote(header)).matcher(line).results().toList()) {
            tokens.add(Token.plain(line.substring(from, place.start())));
            tokens.add(Token.fromForm(header));
            from = place.end();
        }
        tokens.add(Token.plain(line.substring(from)));
        return tokens;
    }
}
