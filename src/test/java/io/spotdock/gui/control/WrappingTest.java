package io.spotdock.gui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {
    private static final List<Token> PROVIDER = List.of(
            Token.plain("    "),
            Token.key("\"Federated\""),
            Token.plain(": \"arn:aws:iam::"),
            Token.fromForm("999888777666"),
            Token.plain(":oidc-provider/accounts.google.com\""));

    @Test
    void aLineThatFitsStaysAsItIs() {
        assertThat(Wrapping.wrap(PROVIDER, 100)).containsExactly(PROVIDER);
    }

    @Test
    void aLongLineBreaksAfterASeparatorAndGoesOnIndented() {
        assertThat(texts(Wrapping.wrap(PROVIDER, 50)))
                .containsExactly(
                        "    \"Federated\": \"arn:aws:iam::999888777666:", "      oidc-provider/accounts.google.com\"");
    }

    @Test
    void aValueFromTheFormIsNotTornWhereARowHoldsIt() {
        List<List<Token>> rows = Wrapping.wrap(PROVIDER, 40);
        assertThat(rows.stream().flatMap(List::stream)).contains(Token.fromForm("999888777666"));
    }

    @Test
    void aValueLongerThanARowIsTorn() {
        List<Token> line = List.of(Token.plain("\""), Token.fromForm("x".repeat(95)), Token.plain("\""));
        List<List<Token>> rows = Wrapping.wrap(line, 40);
        assertThat(rows)
                .hasSize(3)
                .allSatisfy(row -> assertThat(Token.text(row)).hasSizeLessThan(41));
        assertThat(rows.stream()
                        .flatMap(List::stream)
                        .filter(token -> token.kind() == Token.Kind.FROM_FORM)
                        .mapToInt(token -> token.text().length())
                        .sum())
                .isEqualTo(95);
    }

    @Test
    void nothingIsLostButIndentation() {
        for (int columns = 20; columns < 90; columns++)
            assertThat(String.join("", texts(Wrapping.wrap(PROVIDER, columns))).replace(" ", ""))
                    .isEqualTo(Token.text(PROVIDER).replace(" ", ""));
    }

    private static List<String> texts(List<List<Token>> rows) {
        return rows.stream().map(Token::text).toList();
    }
}
