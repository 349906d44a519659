package io.spotdock.gui.step.access;

import static io.spotdock.gui.step.Remark.Kind.CHECKING;
import static io.spotdock.gui.step.Remark.Kind.ERROR;
import static io.spotdock.gui.step.Remark.Kind.GOOD;
import static io.spotdock.gui.step.Remark.Kind.KNOW;
import static io.spotdock.gui.step.Remark.Kind.LOOK;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.RoleName;
import io.spotdock.gui.step.DraftEntry;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Standing;
import io.spotdock.settings.Field;
import java.util.Optional;

/** What is said under the entries. */
final class AccessWording {
    private final AccessModel model;
    private final RoleWatch watch;
    private final ExternalIdOrigin origin;

    AccessWording(AccessModel model, RoleWatch watch, ExternalIdOrigin origin) {
        this.model = model;
        this.watch = watch;
        this.origin = origin;
    }

    /** While there is nothing else to say. */
    Fault hint(Field field) {
        boolean read = model.accountRead().get();
        return switch (field) {
            case ROLE_ARN -> Fault.of("wizard.access.arn.hint");
            case EXTERNAL_ID -> origin.hint(model.externalId().text().get());
            case THOUGHTSPOT_ACCOUNT -> Fault.of(read ? "wizard.access.read" : "wizard.access.account.ask");
            case SERVICE_ACCOUNT -> Fault.of(read ? "wizard.access.read" : "wizard.access.service-account.ask");
            default -> Standing.plain("");
        };
    }

    /**
     * What is to be said of a field.
     *
     * @param asked the role that IAM is asked about
     * @param insisted whether somebody wanted to go on
     */
    Remark remark(Field field, Optional<RoleName> asked, boolean insisted) {
        DraftEntry entry = model.entry(field);
        Optional<Fault> told = entry.told().get();
        if (told.isPresent()) return Remark.of(ERROR, entry.isEmpty() ? Fault.of("fault.required") : told.get());
        if (entry.problem().isPresent()) return Remark.NONE;
        return switch (field) {
            case ROLE_NAME -> remarkOnRole(asked, "wizard.access.role.free", GOOD, "wizard.access.role.there", KNOW);
            case ROLE_ARN ->
                entry.isEmpty()
                        ? Remark.NONE
                        : remarkOnRole(asked, "wizard.access.arn.missing", LOOK, "wizard.access.arn.there", GOOD);
            case EXTERNAL_ID -> remarkOnId(entry, insisted);
            default -> Remark.NONE;
        };
    }

    private Remark remarkOnRole(
            Optional<RoleName> asked, String free, Remark.Kind ifFree, String there, Remark.Kind ifThere) {
        return switch (watch.answerTo(asked)) {
            case RoleWatch.Answer.None _ -> watch.slow().get() ? Remark.of(CHECKING, "wizard.checking") : Remark.NONE;
            case RoleWatch.Answer.Free _ -> Remark.of(ifFree, free);
            case RoleWatch.Answer.There _ -> Remark.of(ifThere, there);
            case RoleWatch.Answer.Unknown(Failure.Denied denied) ->
                model.elsewhere().get() ? Remark.NONE : Remark.of(KNOW, "wizard.access.role.denied", denied.action());
            case RoleWatch.Answer.Unknown _ -> Remark.of(KNOW, "wizard.access.role.unanswered");
        };
    }

    private Remark remarkOnId(DraftEntry entry, boolean insisted) {
        if (model.gcp().get()) return Remark.NONE;
        if (entry.isEmpty()) {
            if (origin.failure().get().isPresent()) return Remark.of(ERROR, "wizard.access.external-id.unmade");
            return insisted ? Remark.of(ERROR, "fault.required") : Remark.NONE;
        }
        return origin.remark(entry.text().get());
    }
}
