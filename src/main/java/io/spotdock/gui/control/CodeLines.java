package io.spotdock.gui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Lines of code, each a row of labels, or more rows where the width does not hold it. */
final class CodeLines extends VBox {
    /** JetBrains Mono is 600 of 1000 wide, at 12. */
    private static final double COLUMN = 7.2;

    /** The frames around values take a little more than their letters do. */
    private static final int SPARE = 2;

    private List<List<Token>> code = List.of();
    private int columns = Integer.MAX_VALUE;

    CodeLines() {
        getStyleClass().add("code-lines");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        setMinWidth(0);
        widthProperty().subscribe(this::measure);
    }

    void setCode(List<List<Token>> lines) {
        code = lines;
        show();
    }

    static Node row(List<Token> tokens) {
        HBox row = new HBox();
        row.getStyleClass().add("code-line");
        for (Token token : tokens) row.getChildren().add(label(token));
        row.setMinWidth(0);
        A11y.decorative(row);
        return row;
    }

    private void measure() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        int now = room <= 0 ? Integer.MAX_VALUE : (int) (room / COLUMN) - SPARE;
        if (now == columns) return;
        columns = now;
        show();
    }

    private void show() {
        getChildren()
                .setAll(code.stream()
                        .flatMap(line -> Wrapping.wrap(line, columns).stream())
                        .map(CodeLines::row)
                        .toList());
    }

    /** Rows are made for the width there is, so they ask for none. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    private static Label label(Token token) {
        Label label = new Label(token.text());
        label.setMnemonicParsing(false);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass()
                .addAll(
                        "code",
                        switch (token.kind()) {
                            case KEY -> "code-key";
                            case PLAIN -> "code-plain";
                            case FROM_FORM -> "code-form";
                            case FROM_FOCUSED -> "code-focused";
                        });
        A11y.decorative(label);
        return label;
    }
}
