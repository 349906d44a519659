package io.spotdock.gui.control;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** One line of code as a row of labels, which wraps between its tokens. */
final class CodeLine {
    private CodeLine() {}

    static Node of(List<Token> tokens) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("code-line");
        for (Token token : tokens) row.getChildren().add(label(token));
        A11y.decorative(row);
        return row;
    }

    static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }

    private static Label label(Token token) {
        Label label = new Label(token.text());
        label.setMnemonicParsing(false);
        label.getStyleClass()
                .addAll(
                        "code",
                        switch (token.kind()) {
                            case KEY -> "code-key";
                            case PLAIN -> "code-plain";
                            case FROM_FORM -> "code-form";
                            case FROM_FOCUSED -> "code-focused";
                        });
        return label;
    }
}
