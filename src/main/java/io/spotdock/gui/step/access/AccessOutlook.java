package io.spotdock.gui.step.access;

import static io.spotdock.settings.Field.EXTERNAL_ID;
import static io.spotdock.settings.Field.ROLE_ARN;
import static io.spotdock.settings.Field.ROLE_NAME;
import static io.spotdock.settings.Field.SERVICE_ACCOUNT;
import static io.spotdock.settings.Field.THOUGHTSPOT_ACCOUNT;

import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Footer.Command;
import io.spotdock.gui.step.Footer.Note;
import io.spotdock.gui.step.Footer.Sign;
import io.spotdock.gui.step.Standing;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Optional;

/** How the step stands, and what its footer says. */
final class AccessOutlook {
    private final AccessModel model;

    AccessOutlook(AccessModel model) {
        this.model = model;
    }

    Optional<Field> firstFault() {
        if (model.elsewhere().get()) {
            if (model.roleArn().isEmpty() || model.roleArn().problem().isPresent()) return Optional.of(ROLE_ARN);
        } else if (model.roleName().problem().isPresent()) return Optional.of(ROLE_NAME);
        if (model.gcp().get()) return model.serviceAccount().problem().map(_ -> SERVICE_ACCOUNT);
        boolean id =
                model.externalId().isEmpty() || model.externalId().problem().isPresent();
        if (id) return Optional.of(EXTERNAL_ID);
        return model.account().problem().map(_ -> THOUGHTSPOT_ACCOUNT);
    }

    Standing standing() {
        Optional<Field> fault = firstFault();
        if (fault.isEmpty()) return Standing.done(model.roleName().text().get());
        boolean told = model.remarkOn(fault.get()).isFault();
        return told ? Standing.fault(Fault.of("wizard.access.standing." + word(fault.get()))) : Standing.TO_DO;
    }

    Footer footer(Runnable next) {
        if (waits())
            return new Footer(
                    Note.of(Sign.SAVE, Fault.of("wizard.access.may-close")),
                    true,
                    List.of(Command.next(false, () -> {})));
        return firstFault()
                .map(field -> Footer.blocked(Fault.of("wizard.access.correct." + word(field)), () -> model.mend(field)))
                .orElseGet(() -> Footer.untouched(next));
    }

    /** Whether all is ready but the role that others make. */
    private boolean waits() {
        return model.elsewhere().get() && model.roleArn().isEmpty();
    }

    private static String word(Field field) {
        return switch (field) {
            case ROLE_ARN -> "arn";
            case EXTERNAL_ID -> "external-id";
            case SERVICE_ACCOUNT -> "service-account";
            case THOUGHTSPOT_ACCOUNT -> "account";
            default -> "role";
        };
    }
}
