package io.spotdock.gui.step.access;

import static io.spotdock.settings.Field.EXTERNAL_ID;

import io.spotdock.domain.ExternalId;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Remark.Kind;
import io.spotdock.gui.task.Activity;
import io.spotdock.port.WebhookService.StorageOffer.AwsToS3;
import io.spotdock.service.Connected;
import io.spotdock.settings.Settings;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Where an external ID comes from: ThoughtSpot's own, else one that Spotdock makes once; never made anew unasked. */
final class ExternalIdOrigin {
    private final Place place;
    private final Runnable changed;
    private final Activity making;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    // One and the same each time, so that what it shows is not made anew under the mouse.
    private final Remark another;
    private Optional<ExternalId> made = Optional.empty();

    ExternalIdOrigin(Place place, Runnable changed) {
        this.place = place;
        this.changed = changed;
        making = new Activity(place.operations());
        another = Remark.NONE.with(Fault.of("wizard.access.external-id.another"), this::ask);
    }

    /** Why none could be made. */
    ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return making.failure();
    }

    /** Whether a person is being asked if they want another one. */
    ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    private Optional<ExternalId> theirs() {
        return place.known().get().thoughtSpot().flatMap(Connected::onAws).flatMap(AwsToS3::externalId);
    }

    /** Sees to it that there is one, where the settings so far are enough to make one. */
    void provide(Optional<Settings> settings) {
        if (place.draft().get().has(EXTERNAL_ID)) return;
        Optional<ExternalId> theirs = theirs();
        if (theirs.isPresent()) enter(theirs.get());
        else settings.ifPresent(complete -> making.start(() -> place.setup().externalId(complete), this::keep));
    }

    void ask() {
        asking.set(true);
    }

    void keepTheOld() {
        asking.set(false);
    }

    void makeAnother(Optional<Settings> settings) {
        asking.set(false);
        settings.ifPresent(complete -> making.start(() -> place.setup().newExternalId(complete), this::replace));
    }

    private void keep(ExternalId id) {
        made = Optional.of(id);
        if (place.draft().get().has(EXTERNAL_ID)) changed.run();
        else enter(id);
    }

    private void replace(ExternalId id) {
        made = Optional.of(id);
        enter(id);
    }

    private void enter(ExternalId id) {
        place.publish(draft -> draft.with(EXTERNAL_ID, id.value()));
        changed.run();
    }

    /** Whose it is. */
    Fault hint(String entered) {
        Optional<ExternalId> id = ExternalId.parse(entered).good();
        if (id.isEmpty()) return Fault.of("wizard.plain", "");
        if (id.equals(theirs())) return Fault.of("wizard.access.external-id.theirs");
        return Fault.of(id.equals(made) ? "wizard.access.external-id.made" : "wizard.access.external-id.exactly");
    }

    /** What is to be said of a legal one. */
    Remark remark(String entered) {
        Optional<ExternalId> id = ExternalId.parse(entered).good();
        if (id.isEmpty() || id.equals(theirs())) return Remark.NONE;
        if (theirs().isEmpty()) return id.equals(made) ? another : Remark.NONE;
        boolean caseOnly = theirs().get().differsInCaseOnly(id.get());
        return Remark.of(Kind.LOOK, caseOnly ? "wizard.access.external-id.case" : "wizard.access.external-id.other")
                .with(Fault.of("wizard.access.external-id.use"), () -> enter(theirs().get()));
    }
}
