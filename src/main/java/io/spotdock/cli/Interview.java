package io.spotdock.cli;

import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Problem;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The wizard's questions in a terminal, in the wizard's order. An answer is checked at once, by the same rules as a file,
 * and asked for again until it is right; what the command line already said is not asked.
 */
final class Interview {
    private final Prompt prompt;
    private final Texts texts;
    private final Set<Field> settled;
    private Draft draft;

    private Interview(Prompt prompt, Texts texts, Draft given, Set<Field> settled) {
        this.prompt = prompt;
        this.texts = texts;
        this.settled = settled;
        this.draft = given;
    }

    /**
     * Asks for what is missing.
     *
     * @param suggested what Enter alone takes
     * @param settled fields that are not asked for, though they may be empty
     */
    static Draft hold(Prompt prompt, Texts texts, Draft given, Draft suggested, Set<Field> settled) {
        Interview interview = new Interview(prompt, texts, given, settled);
        interview.ask(suggested);
        return interview.draft;
    }

    /**
     * Asks for one field, until its value is right.
     *
     * @param needed whether there has to be one
     */
    static String answer(Prompt prompt, Texts texts, Field field, Draft given, String suggestion, boolean needed) {
        return new Interview(prompt, texts, given, Set.of()).answer(field, suggestion, needed);
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
        List.of(Field.ACCOUNT, Field.PROFILE, Field.REGION, Field.BUCKET_NAME, Field.PREFIX)
                .forEach(field -> ask(field, suggested));
        if (!draft.has(Field.ROLE_ARN)) ask(Field.ROLE_NAME, suggested);
        if (!draft.text(Field.HOSTING).equals(Optional.of("gcp"))) ask(Field.EXTERNAL_ID, suggested);
        if (draft.has(Field.WEBHOOK_URL) || prompt.confirm(texts.get("cli.ask.webhook"), true)) {
            ask(Field.WEBHOOK_NAME, suggested);
            ask(Field.WEBHOOK_URL, suggested);
        }
    }

    private void ask(Field field, Draft suggested) {
        if (draft.has(field) || settled.contains(field)) return;
        draft = draft.with(field, answer(field, suggested.text(field).orElse(""), false));
    }

    private String answer(Field field, String suggestion, boolean needed) {
        while (true) {
            String answer = prompt.ask(question(field), suggestion);
            List<Problem> problems = draft.with(field, answer).problemsOf(field);
            if (problems.isEmpty() && !(needed && answer.isBlank())) return answer;
            if (problems.isEmpty()) prompt.say("  " + texts.get("fault.required"));
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
