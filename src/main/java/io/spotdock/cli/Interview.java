package io.spotdock.cli;

import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Problem;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * The wizard's questions in a terminal, in the wizard's order. An answer is checked at once, by the same rules as a file,
 * and asked for again until it is right; what the command line already said is not asked.
 */
final class Interview {
    private final Prompt prompt;
    private final Texts texts;
    private Draft draft;

    private Interview(Prompt prompt, Texts texts, Draft given) {
        this.prompt = prompt;
        this.texts = texts;
        this.draft = given;
    }

    /** @param suggested what Enter alone takes */
    static Draft hold(Prompt prompt, Texts texts, Draft given, Draft suggested) {
        Interview interview = new Interview(prompt, texts, given);
        interview.ask(suggested);
        return interview.draft;
    }

    private void ask(Draft suggested) {
        prompt.say(texts.get("cli.ask.opening"));
        ask(Field.HOSTING, suggested);
        ask(Field.HOST, suggested);
        switch (draft.text(Field.HOSTING).orElse("")) {
            case "aws" -> ask(Field.THOUGHTSPOT_ACCOUNT, suggested);
            case "gcp" -> ask(Field.SERVICE_ACCOUNT, suggested);
            default -> {}
        }
        List.of(Field.ACCOUNT, Field.PROFILE, Field.REGION, Field.BUCKET_NAME, Field.PREFIX, Field.ROLE_NAME)
                .forEach(field -> ask(field, suggested));
        if (!draft.text(Field.HOSTING).equals(Optional.of("gcp"))) ask(Field.EXTERNAL_ID, suggested);
        if (draft.has(Field.WEBHOOK_URL) || prompt.confirm(texts.get("cli.ask.webhook"), true)) {
            ask(Field.WEBHOOK_NAME, suggested);
            ask(Field.WEBHOOK_URL, suggested);
        }
    }

    private void ask(Field field, Draft suggested) {
        if (draft.has(field)) return;
        while (true) {
            String answer = prompt.ask(question(field), suggested.text(field).orElse(""));
            Draft answered = draft.with(field, answer);
            List<Problem> problems = answered.problemsOf(field);
            if (problems.isEmpty()) {
                draft = answered;
                return;
            }
            problems.forEach(problem -> prompt.say("  " + texts.of(problem.fault())));
        }
    }

    private String question(Field field) {
        return switch (field) {
            case HOSTING -> texts.get("cli.ask.hosting");
            case HOST -> texts.get("cli.ask.host");
            case THOUGHTSPOT_ACCOUNT -> texts.get("cli.ask.thoughtspot-account");
            case SERVICE_ACCOUNT -> texts.get("cli.ask.service-account");
            case ACCOUNT -> texts.get("cli.ask.account");
            case PROFILE -> texts.get("cli.ask.profile");
            case REGION -> texts.get("cli.ask.region");
            case BUCKET_NAME -> texts.get("cli.ask.bucket");
            case PREFIX -> texts.get("cli.ask.prefix");
            case ROLE_NAME -> texts.get("cli.ask.role");
            case EXTERNAL_ID -> texts.get("cli.ask.external-id");
            case WEBHOOK_NAME -> texts.get("cli.ask.webhook-name");
            case WEBHOOK_URL -> texts.get("cli.ask.webhook-url");
            default -> field.path();
        };
    }
}
