package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Footer.Command;
import io.spotdock.gui.step.Footer.Look;
import io.spotdock.gui.step.Footer.Note;
import io.spotdock.gui.step.Footer.Sign;
import io.spotdock.gui.step.Standing;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.service.Readiness;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import java.util.List;
import java.util.Optional;

/** What the list of steps and the footer say. */
final class Outlook {
    private Outlook() {}

    static Standing standing(WebhookModel model) {
        if (model.isDone())
            return Standing.done(model.draft().text(Field.WEBHOOK_NAME).orElse(""));
        return switch (model.sight().get()) {
            case Sight.Unread _ -> Standing.fault(Fault.of("wizard.webhook.standing.unread"));
            case Sight.Stopped _ -> Standing.fault(Fault.of("wizard.webhook.standing.stopped"));
            case Sight.Unconnected _ ->
                model.isRequestSaved() ? Standing.look(Fault.of("wizard.webhook.standing.saved")) : Standing.TO_DO;
            case Sight.Incomplete _, Sight.Reading _, Sight.Planned _, Sight.Writing _, Sight.Done _ -> Standing.TO_DO;
        };
    }

    static Footer footer(WebhookModel model) {
        return switch (model.sight().get()) {
            case Sight.Unconnected _ -> unconnected(model);
            case Sight.Incomplete _ -> Footer.blocked(Fault.of("wizard.webhook.footer.incomplete"), model::mend);
            case Sight.Reading _ ->
                new Footer(
                        Note.of(Sign.SHIELD, Fault.of("wizard.webhook.footer.reading")),
                        true,
                        List.of(Command.next(false, () -> {})));
            case Sight.Unread _ -> new Footer(untouched(model), true, List.of(again(model)));
            case Sight.Planned(Plan plan, Readiness readiness) ->
                planned(model, model.wanted(plan), model.trusts(readiness) ? 0 : 1);
            case Sight.Writing _ ->
                new Footer(
                        Note.of(Sign.DOCUMENT, Fault.of("wizard.webhook.footer.writing")),
                        false,
                        List.of(Command.cancel(model::stopWriting)));
            case Sight.Stopped _ -> new Footer(made(model), true, List.of(again(model)));
            case Sight.Done _ ->
                new Footer(
                        made(model),
                        true,
                        List.of(Command.next(true, () -> model.navigation().next())));
        };
    }

    /** Somebody else may make the webhook with the request; then there is no use in waiting here. */
    private static Footer unconnected(WebhookModel model) {
        return model.isRequestSaved()
                ? new Footer(
                        untouched(model),
                        true,
                        List.of(Command.next(true, () -> model.navigation().next())))
                : Footer.blocked(
                        Fault.of("wizard.webhook.footer.connect"),
                        () -> model.navigation().goTo(StepId.HOSTING));
    }

    /** @param doubts about the role, which a person has to decide too */
    private static Footer planned(WebhookModel model, Plan plan, int doubts) {
        int open = plan.conflicts().size() + doubts;
        boolean create = plan.changes().stream().anyMatch(Change.Create.class::isInstance);
        Command write = Command.writing(
                Fault.of(create ? "wizard.webhook.create" : "wizard.webhook.update"), open == 0, model::apply);
        Note note = open == 0 ? untouched(model) : Note.of(Sign.INFO, Fault.of("wizard.review.footer.decide", open));
        return new Footer(note, true, List.of(write));
    }

    private static Note untouched(WebhookModel model) {
        return Note.of(
                Sign.SHIELD,
                Fault.of(
                        model.awsIsReady()
                                ? "wizard.webhook.footer.untouched"
                                : "wizard.webhook.footer.untouched.both"));
    }

    private static Note made(WebhookModel model) {
        return Note.of(Sign.DOCUMENT, Fault.of("wizard.review.footer.made", model.made()));
    }

    /** Looking first is what makes trying again safe. */
    private static Command again(WebhookModel model) {
        return new Command(Fault.of("wizard.try-again"), Look.SOLID, Optional.empty(), true, false, model::compare);
    }
}
