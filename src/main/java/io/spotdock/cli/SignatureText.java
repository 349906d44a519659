package io.spotdock.cli;

import io.spotdock.domain.signature.Example;
import io.spotdock.domain.signature.Example.Language;
import io.spotdock.domain.signature.Verification;
import io.spotdock.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a call is signed, with an example, and what became of a signature that came. */
final class SignatureText {
    private static final int LABEL = 10;

    private final Texts texts;

    SignatureText(Texts texts) {
        this.texts = texts;
    }

    void tell(Output output, Example example) {
        StringBuilder text = new StringBuilder("\n" + texts.get("cli.receiver.signature") + "\n");
        texts.get("cli.receiver.signature.says", example.header())
                .lines()
                .forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("\n  ").append(texts.get("cli.receiver.example")).append('\n');
        fact(text, "cli.receiver.example.secret", Example.SECRET);
        fact(text, "cli.receiver.example.body", Example.BODY);
        fact(text, "cli.receiver.example.header", example.line());
        fact(text, "cli.receiver.example.base64", example.signature().base64());
        Map<String, String> snippets = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String code = example.code(language);
            snippets.put(language.id(), code);
            text.append("\n  ")
                    .append(texts.get("cli.receiver.language." + language.id()))
                    .append('\n');
            code.lines()
                    .forEach(line ->
                            text.append(line.isEmpty() ? "" : "    " + line).append('\n'));
        }
        output.print(text.append('\n').toString());
        output.member("signature", json(example, snippets));
    }

    private void fact(StringBuilder text, String key, String value) {
        String label = texts.get(key);
        text.append("    ").append(label).append(" ".repeat(Math.max(1, LABEL - label.length())));
        text.append(value).append('\n');
    }

    private static Map<String, Object> json(Example example, Map<String, String> snippets) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("secret", Example.SECRET);
        shown.put("body", Example.BODY);
        shown.put("line", example.line());
        shown.put("hex", example.signature().hex());
        shown.put("base64", example.signature().base64());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("header", example.header());
        all.put("algorithm", "HMAC-SHA256");
        all.put("over", "raw body");
        all.put("encoding", "not published");
        all.put("example", shown);
        all.put("code", snippets);
        return all;
    }

    void tell(Output output, Verification verification) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("genuine", verification instanceof Verification.Genuine);
        String sentence = switch (verification) {
            case Verification.Genuine(Verification.Form form, boolean prefixed) -> {
                json.put("form", form.id());
                json.put("prefixed", prefixed);
                yield texts.get("cli.receiver.genuine", texts.get("cli.receiver.form." + form.id()))
                        + (prefixed ? " " + texts.get("cli.receiver.genuine.prefixed") : "");
            }
            case Verification.Mistaken(Verification.Mistake mistake) -> {
                json.put("mistake", mistake.id());
                yield texts.get("cli.receiver.mistake." + mistake.id());
            }
            case Verification.Foreign _ -> texts.get("cli.receiver.foreign");
            case Verification.Unreadable _ -> texts.get("cli.receiver.unreadable");
        };
        json.put("text", sentence);
        output.print(sentence + "\n");
        output.member("verification", json);
    }
}
